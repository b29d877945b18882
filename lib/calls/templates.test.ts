import { describe, expect, it } from 'vitest';
import { formProblems } from './coherence';
import { formDefinition } from './form';
import { fieldsOf } from './shape';
import { formTemplate, TEMPLATES } from './templates';

describe('form templates', () => {
  it.each(TEMPLATES)('%s is a coherent form that survives JSON', (name) => {
    const form = formTemplate(name);
    expect(formProblems(form)).toEqual([]);
    expect(formDefinition.parse(JSON.parse(JSON.stringify(form)))).toEqual(form);
  });

  it('holds the form of cohort 6: 11 sections, 33 questions and three attestations', () => {
    const form = formTemplate('cohort6');
    expect(form.sections.map((one) => one.title.fr)).toEqual([
      'Administration',
      'Financement',
      'Contacts',
      'Contexte',
      'Projet',
      'Stratégie',
      'Cadrage',
      'Valeur',
      'Équipe',
      'Écosystème',
      'Motivation',
    ]);
    expect(fieldsOf(form)).toHaveLength(33 + 3);
    expect(form.attestations).toHaveLength(3);
  });

  it('holds the dossier of cohort 4: six sections down to a pitch of twelve slides and a financial simulation', () => {
    const form = formTemplate('cohort4');
    expect(form.sections.map((one) => one.title.fr)).toEqual([
      'Administration',
      'Défi',
      'Équipe',
      'Motivation et garanties',
      'Financement',
      'Présentation',
    ]);
    expect(form.sections.at(-1)?.fields).toMatchObject([{ type: 'file' }]);
    expect(formTemplate('empty').sections).toEqual([]);
  });

  it('holds the limits in lines that the call printed', () => {
    const limits = Object.fromEntries(
      fieldsOf(formTemplate('cohort6')).flatMap((one) => (one.type === 'longText' ? [[one.id, one.maxLines]] : [])),
    );
    expect(limits).toMatchObject({ mission: 5, vision: 5, problem: 2, beneficiaries: 5, pitch: 5, policyStakes: 5 });
    expect(limits).toMatchObject({ hypothesis: 10, discarded: 5, risks: 5, outcomes: 10, datasets: 5, motivation: 10 });
  });

  it('gives a fresh copy each time', () => {
    formTemplate('cohort6').sections.length = 0;
    expect(formTemplate('cohort6').sections).toHaveLength(11);
  });
});
