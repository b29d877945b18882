import { describe, expect, it } from 'vitest';
import { formDefinition } from '@/lib/calls/form';
import { agrees, eligibilityRules, findingsOf } from './eligibility';

const form = formDefinition.parse({
  sections: [
    {
      id: 'project',
      title: { fr: 'Projet', en: 'Project' },
      fields: [
        { type: 'shortText', id: 'name', label: { fr: 'Nom', en: 'Name' }, required: true },
        { type: 'number', id: 'months', label: { fr: 'Mois', en: 'Months' } },
      ],
    },
  ],
  ineligibility: [{ id: 'tooLong', when: 'months > 10', message: { fr: 'Plus de dix mois', en: 'Over ten months' } }],
});
const call = { closesAt: new Date('2022-03-18T22:59:00Z'), graceSeconds: 120 };
const point = { id: 'mentors', fr: 'Deux mentors', en: 'Two mentors' };
const found = (answers: object, submittedAt = new Date('2022-03-18T22:00:00Z')) =>
  Object.fromEntries(
    eligibilityRules(form, answers as never, { submittedAt, call }, [point]).map((rule) => [rule.id, rule.found]),
  );

describe('the rules of a call for one file', () => {
  it('say by themselves what the file shows, and leave to a person what only a person can tell', () => {
    expect(found({ name: 'Phares', months: 10 })).toEqual({
      deadline: 'met',
      complete: 'met',
      'form-tooLong': 'met',
      'team-mentors': null,
    });
    expect(found({ months: 11 })).toMatchObject({ complete: 'unmet', 'form-tooLong': 'unmet' });
  });

  it('count the grace to the second', () => {
    const at = (seconds: number) => new Date(call.closesAt.getTime() + seconds * 1000);
    expect(found({ name: 'x' }, at(120)).deadline).toBe('met');
    expect(found({ name: 'x' }, at(121)).deadline).toBe('unmet');
    const moved = { ...call, closesAt: new Date(0), closed: [call.closesAt] };
    const [deadline] = eligibilityRules(form, {}, { submittedAt: at(120), call: moved }, []);
    expect(deadline?.found).toBe('met');
  });

  it('give way to what a person finds, and agree with a decision or not', () => {
    const rules = eligibilityRules(form, { months: 11 } as never, { submittedAt: null, call }, [point]);
    const said = { deadline: 'met', complete: 'met', 'form-tooLong': 'met', 'team-mentors': 'met', unknown: 'unmet' };
    expect(agrees('eligible', findingsOf(rules, said))).toBe(true);
    expect(agrees('eligible', findingsOf(rules))).toBe(false);
    expect(agrees('ineligible', findingsOf(rules))).toBe(true);
    expect(agrees('ineligible', findingsOf(rules, said))).toBe(false);
    expect(findingsOf(rules).some(({ id }) => id === 'team-mentors')).toBe(false);
  });
});
