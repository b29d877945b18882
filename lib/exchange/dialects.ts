import type { SourceFile } from './folder';
import { isFields, readPage, readYaml } from './pages';
import type { Dialect } from './snapshot';

export type Site = { root: string; dialect: Dialect; files: SourceFile[] };
export type Recognised =
  | { ok: true; site: Site }
  | { ok: false; refusal: { reason: 'unknown_dialect' | 'several_sites'; detail: string } };

const MARK = /^(.*?)(?:_data|_defis|_communaute|_personnes|content\/(?:defis|personnes|promos|expertises|themes))\//;

/** The one site of these files, and how it writes things: by the shape of its records, never by its name or its years. */
export function recognise(files: readonly SourceFile[]): Recognised {
  const roots = new Map<string, SourceFile[]>();
  for (const file of files) {
    const root = MARK.exec(file.path)?.[1];
    if (root !== undefined) roots.set(root, [...(roots.get(root) ?? []), file]);
  }
  const sites = [...roots].flatMap(([root, own]) => {
    // Pages of both generators side by side are two sites: reading one and leaving the other would drop half in silence.
    const hugo = own.filter((file) => file.path.startsWith(`${root}content/`));
    return [hugo, own.filter((file) => !hugo.includes(file))].flatMap((files) => {
      const dialect = dialectOf(files, root);
      return dialect ? [{ root, dialect, files }] : [];
    });
  });
  if (sites.length === 0) return { ok: false, refusal: { reason: 'unknown_dialect', detail: '' } };
  if (sites.length > 1)
    return {
      ok: false,
      refusal: {
        reason: 'several_sites',
        detail: sites.map(({ root, dialect }) => `${root || '.'} (${dialect})`).join(', '),
      },
    };
  return { ok: true, site: sites[0]! };
}

function dialectOf(files: readonly SourceFile[], root: string): Dialect | null {
  const under = (folder: string) => files.filter((file) => file.path.startsWith(root + folder));
  if (under('content/').length > 0) return 'hugo-v3';
  if (under('_data/').some((file) => /\/(defis|personnes)\.ya?ml$/i.test(file.path) && holdsRecords(file.text)))
    return 'jekyll-data';
  const challenges = under('_defis/').map(keysOf);
  const people = [...under('_communaute/'), ...under('_personnes/')].map(keysOf);
  if (challenges.flat().length === 0 && people.flat().length === 0) return null;
  const count = (pages: string[][], ...keys: string[]) =>
    pages.filter((page) => keys.some((key) => page.includes(key))).length;
  const older = count(challenges, 'titre', 'mission', 'eig') + count(people, 'defi');
  const newer = count(challenges, 'title', 'description') + count(people, 'defis');
  return older > newer ? 'jekyll-2018' : 'jekyll-2019';
}

/** Data that say who did what; a mere list of pictures for the home page does not. */
function holdsRecords(text: string): boolean {
  const parsed = readYaml(text);
  if (!parsed.ok) return true;
  const records = Array.isArray(parsed.value)
    ? parsed.value
    : isFields(parsed.value)
      ? Object.values(parsed.value)
      : [];
  return records.some(
    (item) =>
      isFields(item) && ['eigs', 'mentors', 'promotion', 'defis', 'defi', 'programme'].some((key) => key in item),
  );
}

function keysOf(file: SourceFile): string[] {
  const page = readPage(file.text);
  // A broken page has a shape too: it is for the reader to refuse it, with its line.
  if (!page.ok) return ['title'];
  return page.fields ? Object.keys(page.fields) : [];
}
