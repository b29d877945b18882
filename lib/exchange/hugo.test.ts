import { expect, test } from 'vitest';
import { readHugo } from './hugo';
import { Register } from './issues';

const page = (path: string, fields: string, body = '') => ({
  path: `content/${path}`,
  text: `---\n${fields}\n---\n${body}`,
});
const read = (...files: { path: string; text: string }[]) => {
  const register = new Register();
  const raw = readHugo({ root: '', dialect: 'hugo-v3', files }, register);
  return { ...raw, reasons: register.issues.map((issue) => `${issue.reason} ${issue.value}`) };
};

test('a challenge is read with its unknown keys kept', () => {
  const { challenges } = read(
    page(
      'defis/artificia.md',
      'title: ArtificIA\nwho: IGN\npromos: [Promotion 6]\ntown: Saint-Mandé (94)\ndate: 2022\nexpertises: [Data science]\nisSET: true\nurlSET: https://beta.gouv.fr/x',
    ),
  );
  expect(challenges).toMatchObject([
    {
      names: ['ArtificIA'],
      cohorts: ['6'],
      administration: 'IGN',
      towns: 'Saint-Mandé (94)',
      skills: ['Data science'],
      extra: { date: 2022, isSET: true },
    },
  ]);
});

test.each([
  ['participant', 'Designer ', 'fellow', []],
  ['agent-public', 'Porteuse de projet ', 'operational_mentor', []],
  ['agent-public', 'Porteur suppléant ', 'operational_mentor', []],
  ['agent-public', 'Sponsor', 'strategic_mentor', []],
  ['agent-programme-alumni', 'Accompagnement', 'team', []],
  ['agent-programme', 'Directeur de programme', 'team', []],
  ['agent-public', 'Data scientist', 'fellow', ['contradictory_role agent-public / Data scientist']],
  ['participant', 'Porteur de projet', 'operational_mentor', ['contradictory_role participant / Porteur de projet']],
  ['voisin', 'Curieux', null, ['unknown_value voisin / Curieux']],
])('role %s and job %s: %s', (role, job, leaning, reasons) => {
  const found = read(page('personnes/anne-catel.md', `title: Anne Catel\nrole: ${role}\njob: "${job}"`));
  expect(found.people[0]!.leaning).toBe(leaning);
  expect(found.reasons).toEqual(reasons);
});

test('a file named after nobody is suspicious; its person is kept', () => {
  const { people, reasons } = read(
    page('personnes/test.md', 'title: Evelyne Duplessis\nrole: agent-public\njob: Porteuse de projet'),
  );
  expect(people).toHaveLength(1);
  expect(reasons).toEqual(['suspicious_file test']);
});

test('words that the site’s own vocabulary does not hold are asked once', () => {
  const { reasons } = read(
    page('themes/santé.md', 'title: Santé'),
    page('defis/a.md', 'title: A\npromos: [Promotion 2]\nthemes: [Service public, Santé]'),
    page('defis/b.md', 'title: B\npromos: [Promotion 2]\nthemes: [Service public]'),
    page('promos/promotion-x.md', 'title: Promotion mystère'),
  );
  expect(reasons).toEqual(['unknown_cohort Promotion mystère', 'unknown_value Service public']);
});
