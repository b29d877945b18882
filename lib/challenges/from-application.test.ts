import { expect, test } from 'vitest';
import { formTemplate } from '@/lib/calls/templates';
import { draftFromAnswers } from '@/lib/challenges/from-application';

const answers = {
  problem: 'Les phares s’éteignent sans prévenir. Personne ne sait lesquels.',
  pitch: 'Une carte vivante des phares.',
  risks: 'Notre prestataire actuel est en retard.',
  coFunding: true,
  administrator: { name: 'Ministère de la Mer', id: 'abc' },
  workSite: { name: 'Brest', postcode: '29200' },
  profiles: [
    { _key: 'r1', profile: 'developer', expertise: 'x' },
    { _key: 'r2', profile: 'geomatician' },
  ],
  projectLead: { lastName: 'Le Goff', firstName: 'Anne', email: 'Anne.LeGoff@mer.gouv.fr', phone: '0' },
  sponsor: { name: 'Sans adresse', email: '' },
};

test('a selected application becomes the draft of a challenge', () => {
  expect(draftFromAnswers(answers, formTemplate('cohort6'))).toMatchObject({
    tagline: 'Les phares s’éteignent sans prévenir.',
    towns: ['Brest (29200)'],
    skills: ['Développement', 'Géomatique'],
    profiles: ['developer', 'geomatician'],
    selfFunded: false,
    backer: { id: 'abc', name: 'Ministère de la Mer' },
    operationalMentor: { email: 'anne.legoff@mer.gouv.fr', name: 'Anne Le Goff' },
    strategicMentor: null,
  });
});

test('only the answers that tell the story are taken: risks and contacts stay in the file', () => {
  const { body } = draftFromAnswers(answers, formTemplate('cohort6'));
  expect(body).toContain('Une carte vivante des phares.');
  expect(body).not.toContain('prestataire');
  expect(body).toMatch(/^## \p{L}/u);
});

test('a form with other questions, or none, gives an empty draft', () => {
  expect(draftFromAnswers(null, null)).toMatchObject({ tagline: '', body: '', profiles: [], selfFunded: false });
  expect(draftFromAnswers({ profiles: 'x', workSite: [] }, {})).toMatchObject({ profiles: [], towns: [] });
});
