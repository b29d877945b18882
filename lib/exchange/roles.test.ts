import { expect, test } from 'vitest';
import { readSnapshot } from './assembly';

const page = (path: string, fields: string) => ({ path, text: `---\n${fields}\n---\n` });
const read = (...files: { path: string; text: string }[]) => {
  const result = readSnapshot(files);
  if (!result.ok) throw new Error(result.refusal.detail);
  const roles = result.snapshot.roles.map(
    (role) => `${role.person.slice(5)} ${role.kind} ${role.challenge ?? '-'} ${role.cohort}`,
  );
  return { roles: roles.sort(), issues: result.snapshot.issues.map((issue) => `${issue.reason} ${issue.value}`) };
};

test('a fellow of EIG Link is a coach too', () => {
  expect(read(page('_defis/2018-01-01-l.md', 'title: EIG Link\nannees: 2018\neigs: [Bastien Guerry]')).roles).toEqual([
    'bastienguerry coach 2:eiglink 2',
    'bastienguerry fellow 2:eiglink 2',
  ]);
});

test('placeholders are nobody, and two names in one item are two people', () => {
  const { roles, issues } = read(
    page(
      '_defis/2019-01-01-p.md',
      'title: Plume\nannees: 2019\neigs: [Un·e data scientist]\nmentors: ["Olivier Brandouy, Pascal Guy"]',
    ),
  );
  expect(roles).toEqual(['olivierbrandouy operational_mentor 3:plume 3', 'pascalguy operational_mentor 3:plume 3']);
  expect(issues).toEqual(['placeholder Un·e data scientist', 'several_names Olivier Brandouy, Pascal Guy']);
});

test('a mentor told only by their own page is a mentor, and the silence of the challenge is said', () => {
  const { roles, issues } = read(
    page('_defis/2019-01-01-p.md', 'title: Plume\nannees: 2019\neigs: [{nom: Erica Marco}]'),
    page('_communaute/2019-01-01-f.md', 'nom: Florent Laboy\nannees: 2019\nprofil: Mentor\ndefis: [{nom: Plume}]'),
  );
  expect(roles).toContain('florentlaboy operational_mentor 3:plume 3');
  expect(issues).toContain('one_sided_link Plume');
});

test('a mentor in a list whose own page says fellow of that challenge is believed a fellow, and it is said', () => {
  const { roles, issues } = read(
    page(
      '_defis/2017-01-01-c.md',
      'title: cartAV\nannees: 2017\neigs: [{nom: Francis Chabouis}]\nmentors: [{nom: Tristram Gräbener}]',
    ),
    page(
      '_communaute/2017-01-01-t.md',
      'nom: Tristram Gräbener\nannees: 2017\nprofil: Développeur\ndefis: [{nom: cartAV}]',
    ),
  );
  expect(roles).toContain('tristramgrabener fellow 1:cartav 1');
  expect(issues).toEqual(['contradictory_role Tristram Gräbener : operational_mentor']);
});

test('a fellow who mentors a later challenge contradicts nobody', () => {
  const { roles, issues } = read(
    page('_defis/2018-01-01-l.md', 'title: Lab Santé\nannees: 2018\neigs: [{nom: Philéas Condemine}]'),
    page('_defis/2019-01-01-o.md', 'title: Open Chronic\nannees: 2019\nmentors: [{nom: Phileas Condemine}]'),
    page(
      '_communaute/2018-01-01-p.md',
      'nom: Philéas Condemine\nannees: [2018, 2019]\nprofil: Datascience\ndefis: [{nom: Lab Santé}, {nom: Open Chronic}]',
    ),
  );
  expect(roles).toEqual([
    'phileascondemine fellow 2:labsante 2',
    'phileascondemine operational_mentor 3:openchronic 3',
  ]);
  expect(issues).toEqual([]);
});

test('a year that contradicts the challenge’s is an issue', () => {
  const { issues } = read(
    page('_defis/2019-01-01-o.md', 'title: ADLER\nannees: 2019\neigs: [{nom: Anne Catel}]'),
    page('_communaute/2018-01-01-p.md', 'nom: Anne Catel\nannees: 2018\nprofil: Designer\ndefis: [{nom: ADLER}]'),
  );
  expect(issues).toEqual(['contradictory_date ADLER : 2019 ≠ 2018']);
});

test('the programme’s team belongs to cohorts, not to challenges', () => {
  const { roles } = read(
    page('_defis/2018-01-01-l.md', 'titre: Hopkins\nannees: 2018'),
    page('_communaute/2018-01-01-p.md', 'nom: Paul Schmite\nannees: 2017, 2018\ndefi: EIG Node'),
  );
  expect(roles).toEqual(['paulschmite team - 1', 'paulschmite team - 2']);
});
