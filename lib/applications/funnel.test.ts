import { describe, expect, it } from 'vitest';
import { milestones, profileQuestion } from '@/lib/applications/funnel';
import { formDefinition } from '@/lib/calls/form';
import { formTemplate } from '@/lib/calls/templates';

const words = (fr: string) => ({ fr, en: fr });

describe('the steps of the funnel', () => {
  it('are the sections of the form, in order, each with what it requires of everyone', () => {
    const steps = milestones(formTemplate('cohort6'));
    expect(steps.map(({ id }) => id)).toEqual(formTemplate('cohort6').sections.map(({ id }) => id));
    expect(steps.find(({ id }) => id === 'teamSection')?.all).toContain('profiles');
  });

  it('leave out what is asked by a condition only, and what asks nothing of everyone', () => {
    const form = formDefinition.parse({
      sections: [
        {
          id: 'one',
          title: words('Un'),
          fields: [
            { type: 'yesNo', id: 'a', label: words('A'), required: true },
            { type: 'shortText', id: 'b', label: words('B'), required: true, showIf: 'a = yes' },
          ],
        },
        {
          id: 'two',
          title: words('Deux'),
          showIf: 'a = yes',
          fields: [{ type: 'shortText', id: 'c', label: words('C') }],
        },
        { id: 'three', title: words('Trois'), fields: [{ type: 'shortText', id: 'd', label: words('D') }] },
      ],
    });
    expect(milestones(form).map(({ id, all }) => [id, all])).toEqual([['one', ['a']]]);
    expect(profileQuestion(form)).toBeNull();
  });

  it('know where profiles are asked', () => {
    expect(profileQuestion(formTemplate('cohort6'))).toMatchObject({ group: 'profiles', field: 'profile' });
  });
});
