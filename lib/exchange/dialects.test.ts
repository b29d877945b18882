import { expect, test } from 'vitest';
import { recognise } from './dialects';

const page = (path: string, fields: string) => ({ path, text: `---\n${fields}\n---\n` });

test.each([
  [
    'jekyll-2018',
    [page('_defis/a.md', 'titre: A\nmission: b\neigs: [C D]'), page('_communaute/c.md', 'nom: C D\ndefi: A')],
  ],
  [
    'jekyll-2019',
    [page('_defis/a.md', 'title: A\neigs: [{nom: C D}]'), page('_communaute/c.md', 'nom: C D\ndefis: [{nom: A}]')],
  ],
  [
    'jekyll-data',
    [{ path: '_data/defis.yml', text: 'A:\n  title: A\n  eigs: [C D]\n' }, page('_defis/a.md', 'title: A')],
  ],
  [
    'jekyll-data',
    [{ path: '_data/personnes.yml', text: '- title: C D\n  defi: A, B\n' }, page('_defis/a.md', 'titre: A')],
  ],
  ['jekyll-2019', [{ path: '_data/defis.yml', text: '- title: A\n  image: a.png\n' }, page('_defis/a.md', 'title: A')]],
  ['hugo-v3', [page('content/defis/a.md', 'title: A'), page('content/personnes/c.md', 'title: C D')]],
] as const)('%s is told by the shape of its records', (dialect, files) => {
  expect(recognise(files)).toMatchObject({ ok: true, site: { dialect, root: '' } });
});

test('a site is found below the folder given, as archives hold it', () => {
  expect(recognise([page('site-main/site/content/defis/a.md', 'title: A')])).toMatchObject({
    site: { root: 'site-main/site/' },
  });
});

test('a folder without a site, and a folder of several sites, are refused', () => {
  expect(recognise([])).toMatchObject({ refusal: { reason: 'unknown_dialect' } });
  expect(recognise([page('a/_defis/a.md', 'titre: A'), page('b/content/defis/a.md', 'title: A')])).toMatchObject({
    refusal: { reason: 'several_sites', detail: 'a/ (jekyll-2018), b/ (hugo-v3)' },
  });
  expect(recognise([page('_defis/a.md', 'titre: A'), page('content/defis/a.md', 'title: A')])).toMatchObject({
    refusal: { reason: 'several_sites', detail: '. (hugo-v3), . (jekyll-2018)' },
  });
});

test('a site whose only page is broken is recognised, so that its reader says where', () => {
  expect(recognise([page('_defis/a.md', 'titre: "x" y')])).toMatchObject({ ok: true });
});
