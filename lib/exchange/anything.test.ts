import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readSnapshot } from './assembly';
import { emptyRows, Memory } from './memory';
import { planImport } from './plan';
import { newId } from './writing';

/** Values of any shape under the keys the sites use: other snapshots will hold things nobody thought of. */
const word = fc.constantFrom(
  'Dora Crisan',
  'Brigade',
  '2018',
  'Promotion 2',
  'EIG Link',
  '',
  '????',
  'Un·e data scientist',
  'a, b et c d',
  '/defis/2018/a.html',
  '\u200b',
  'DIG',
);
const leaf = fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null), fc.string());
const value = fc.oneof(
  leaf,
  fc.array(leaf),
  fc.dictionary(fc.constantFrom('nom', 'site', 'title', 'id', 'url', 'amount'), leaf),
  fc.array(fc.dictionary(fc.constantFrom('nom', 'site', 'url'), leaf)),
);
const keys =
  'title titre nom annees annee year eigs eig mentors mentor defis defi profil class skills promotion promos role job expertises themes who town ville administration date key_figures projects end_of_project_videos images link_to github website';
const fields = fc.dictionary(fc.constantFrom(...keys.split(' ')), value, { maxKeys: 12 });
const page = (path: string, content: unknown) => ({ path, text: `---\n${stringify(content)}---\nTexte\n` });

const folders = [
  (a: unknown, b: unknown) => [
    page('_defis/2018-01-01-a.md', { titre: 'A', ...(a as object) }),
    page('_communaute/2018-01-01-b.md', { nom: 'Ada Bo', ...(b as object) }),
  ],
  (a: unknown, b: unknown) => [
    page('content/defis/a.md', { title: 'A', promos: ['Promotion 2'], ...(a as object) }),
    page('content/personnes/b.md', { title: 'Ada Bo', ...(b as object) }),
  ],
  (a: unknown, b: unknown) => [
    { path: '_data/defis.yml', text: stringify({ A: { title: 'A', eigs: [], ...(a as object) } }) },
    { path: '_data/personnes.yml', text: stringify([{ title: 'Ada Bo', defi: 'A', ...(b as object) }]) },
  ],
];

test.each([0, 1, 2])('whatever the fields of a site hold, it is read and planned without a failure (%i)', (which) => {
  fc.assert(
    fc.property(fields, fields, (a, b) => {
      const read = readSnapshot(folders[which]!(a, b));
      if (!read.ok) {
        expect(read.refusal.reason).toBe('empty_site');
        return;
      }
      const plan = planImport(read.snapshot, new Memory(emptyRows(), []), new Map(), { newId, today: '2026-11-22' });
      const { creates } = plan.writes;
      expect(new Set(creates.map(({ data }) => data.id)).size).toBe(creates.length);
      for (const issue of plan.issues) expect(typeof issue.value).toBe('string');
    }),
    { numRuns: 60 },
  );
});

/** Records of one title, or of one name: in several pages, in a page and a list, under several keys. */
const twins = [
  (a: object, b: object, c: object) => [
    page('_defis/2018-01-01-a.md', { titre: 'A', ...a }),
    page('_defis/2018-01-01-b.md', { titre: 'A', ...c }),
    page('_defis/2018-01-01-c.md', { titre: 'B', ...c }),
    page('_communaute/2018-01-01-b.md', { nom: 'Ada Bo', ...b }),
    page('_communaute/2018-01-01-c.md', { nom: 'Ada Bo', ...c }),
  ],
  (a: object, b: object, c: object) => [
    page('content/defis/a.md', { title: 'A', promos: ['Promotion 2'], ...a }),
    page('content/defis/b.md', { title: 'A', promos: ['Promotion 2'], ...c }),
    page('content/personnes/b.md', { title: 'Ada Bo', ...b }),
    page('content/personnes/c.md', { title: 'Ada Bo', ...c }),
  ],
  (a: object, b: object, c: object) => [
    { path: '_data/defis.yml', text: stringify({ A: { title: 'A', eigs: [], ...a }, B: { title: 'A', ...c } }) },
    {
      path: '_data/personnes.yml',
      text: stringify([
        { title: 'Ada Bo', ...b, defi: 'A' },
        { title: 'Ada Bo', ...c },
      ]),
    },
  ],
];

test.each([0, 1, 2])('the second time changes nothing, even where records share a title or a name (%i)', (which) => {
  fc.assert(
    fc.property(fields, fields, fields, (a, b, c) => {
      const read = readSnapshot(twins[which]!(a, b, c));
      if (!read.ok) return;
      const memory = new Memory(emptyRows(), []);
      const again = () => planImport(read.snapshot, memory, new Map(), { newId, today: '2026-11-22' }).writes;
      again();
      const { creates, updates } = again();
      expect([creates, updates]).toEqual([[], []]);
    }),
    { numRuns: 100, examples: [[{}, { github: 'un' }, { github: 'deux' }]] },
  );
});
