import { expect, test } from 'vitest';
import { Register } from './issues';
import { readJekyllChallenge } from './jekyll-challenges';

const found = { file: 'a.yml', source: 'data' as const, key: null, path: null, years: [], body: null };
const read = (fields: Record<string, unknown>, more = {}) => {
  const register = new Register();
  return { raws: readJekyllChallenge(fields, { ...found, ...more }, register), issues: register.issues };
};

test('the keys of every year are the same challenge', () => {
  const older = read({ titre: 'A', mission: 'm', annees: 2018, eig: ['x y'], mentor: ['z t'], type: 'Développement' })
    .raws[0]!;
  const newer = read({ title: 'A', description: 'm', year: 2018, eigs: ['x y'], mentors: ['z t'], skills: ['dev'] })
    .raws[0]!;
  for (const key of ['names', 'summary', 'years', 'skills'] as const) expect(newer[key]).toEqual(older[key]);
  expect([older.fellows[0]!.label, older.mentors[0]!.label]).toEqual(['x y', 'z t']);
});

test('skills written as a line give the cohort too', () => {
  expect(read({ title: 'A', skills: 'EIG 3 // Web // Design', class: '2019 web design' }).raws[0]).toMatchObject({
    cohorts: ['3'],
    skills: ['Développement', 'Design'],
    years: [2019],
  });
});

test('figures, projects, films and posters become figures and links', () => {
  const [raw] = read({
    title: 'A',
    key_figures: [{ amount: 20000000, description: 'déclarations', before: 'plus de' }],
    projects: [{ title: 'P', url: 'https://a.fr', description: 'd', image: 'p.png' }, { title: 'Sans adresse' }],
    end_of_project_videos: [{ id: 'x1', platform: 'dailymotion', description: 'film', show: true }],
    poster: 'https://a.fr/p.pdf',
  }).raws;
  expect(raw!.keyFigures).toEqual([{ amount: 20000000, before: 'plus de', after: null, description: 'déclarations' }]);
  expect(raw!.links.map((link) => [link.kind, link.url])).toEqual([
    ['project', 'https://a.fr'],
    ['video', 'https://www.dailymotion.com/video/x1'],
    ['poster', 'https://a.fr/p.pdf'],
  ]);
  expect(raw!.extra.projects).toHaveLength(2);
});

test('a title hidden by an equal key stays an alias', () => {
  expect(read({ title: 'ADLER', duplicates: [{ key: 'title', value: 'ADLER - Lutter' }] }).raws[0]!.names).toEqual([
    'ADLER',
    'ADLER - Lutter',
  ]);
});

test('a picture that leads to the call for applications is no challenge', () => {
  const { raws, issues } = read({ title: 'Voir les futurs défis EIG 3', link_to: '/candidature-eig.html' });
  expect(raws).toEqual([]);
  expect(issues).toMatchObject([{ reason: 'placeholder' }]);
});

test('an unknown skill, year or cohort is asked', () => {
  const { issues } = read({ title: 'A', skills: ['alchimie'], annees: 'bientôt', promotion: 'azur' });
  expect(issues.map((issue) => `${issue.reason} ${issue.value}`)).toEqual([
    'unknown_value alchimie',
    'unknown_value bientôt',
    'unknown_cohort azur',
  ]);
});
