import { expect, test } from 'vitest';
import { fingerprint, Register } from './issues';
import { PersonIndex } from './person-groups';
import type { RawPerson } from './raw';

const raw = (name: string, more: Partial<RawPerson> = {}): RawPerson => ({
  ...{
    file: `${name}.md`,
    source: 'page',
    names: [name],
    paths: [],
    cohorts: [],
    years: [],
    image: null,
    links: [],
    extra: {},
  },
  ...{ bio: null, headline: null, leaning: null, both: false, challenges: null, ...more },
});
const ref = (label: string, path: string | null = null) => ({ file: 'defi.md', field: 'mentors[0]', label, path });
const github = (account: string) => [
  { kind: 'github' as const, url: `https://github.com/${account}`, title: null, description: null },
];

test('a data record and its page are one person, without a word', () => {
  const register = new Register();
  const people = new PersonIndex(register);
  people.add(raw('Élise Lalique', { source: 'data' }));
  people.add(raw('Elise  Lalique'));
  expect(people.groups).toHaveLength(1);
  expect(register.issues).toEqual([]);
});

test('two pages of one person are put together, and it is said', () => {
  const register = new Register();
  const people = new PersonIndex(register);
  people.add(raw('Pierre-Alain Jachiet', { leaning: 'fellow', file: 'a.md' }));
  people.add(raw('Pierre–Alain Jachiet', { leaning: 'mentor', file: 'b.md' }));
  expect(people.groups).toHaveLength(1);
  expect(people.groups[0]!.both).toBe(true);
  expect(register.issues).toMatchObject([{ reason: 'duplicate_record' }]);
});

test('two people of one name with different accounts are never merged', () => {
  const register = new Register();
  const people = new PersonIndex(register);
  people.add(raw('Marie Simon', { links: github('msimon') }));
  people.add(raw('Marie Simon', { links: github('marie75') }));
  expect(people.groups.map((group) => group.key)).toEqual(['name:mariesimon', 'name:mariesimon#1']);
  expect(register.issues).toMatchObject([{ reason: 'suspected_duplicate', suggestion: { key: 'name:mariesimon' } }]);
});

test('a page at the address of another spelling makes the other name an alias', () => {
  const people = new PersonIndex(new Register());
  people.add(raw('Mohammed Adnène Trojette', { paths: ['/communaute/2019/adnene-trojette'] }));
  const found = people.named(ref('Adnène Trojette', '/communaute/2019/adnene-trojette'));
  expect(found).toMatchObject({ names: ['Mohammed Adnène Trojette', 'Adnène Trojette'] });
});

test('a name in doubt waits: nobody is merged, nobody is made', () => {
  const register = new Register();
  const people = new PersonIndex(register);
  people.add(raw('Simone Nouwop-Tchinda'));
  expect(people.named(ref('Simone Tchinda'))).toBeNull();
  expect(people.groups).toHaveLength(1);
  const [issue] = register.issues;
  expect(issue).toMatchObject({ reason: 'suspected_duplicate', suggestion: { label: 'Simone Nouwop-Tchinda' } });

  const chosen = new PersonIndex(new Register(new Map([[fingerprint(issue!), { act: 'create' }]])));
  chosen.add(raw('Simone Nouwop-Tchinda'));
  expect(chosen.named(ref('Simone Tchinda'))).toMatchObject({ key: 'name:simonetchinda' });
});

test('a link to another person than the name says is an issue', () => {
  const register = new Register();
  const people = new PersonIndex(register);
  people.add(raw('Anne Catel', { paths: ['/communaute/2020/anne-catel'] }));
  expect(people.named(ref('Line Rahal', '/communaute/2020/anne-catel'))).toMatchObject({ key: 'name:linerahal' });
  expect(register.issues).toMatchObject([{ reason: 'label_mismatch', value: 'Line Rahal' }]);
});
