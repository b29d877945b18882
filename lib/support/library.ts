import { parse, stringify } from 'yaml';
import { nameKey } from '@/lib/people/names';
import { ResourceForm } from '@/lib/support/schema';

/** A resource as a Markdown file with front matter: what a folder of the library is made of. */
export type LibraryFile = { slug: string; form: ResourceForm };
export type Unreadable = { file: string; reason: 'no_front_matter' | 'bad_yaml' | 'bad_field'; field?: string };

const FRONT = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/;

/** Reads one file; the name is its slug, unless the front matter says another. Never throws. */
export function readLibraryFile(
  name: string,
  content: string,
): { ok: true; value: LibraryFile } | { ok: false; error: Unreadable } {
  const found = FRONT.exec(content);
  if (!found) return { ok: false, error: { file: name, reason: 'no_front_matter' } };
  let front: unknown;
  try {
    front = parse(found[1] ?? '', { maxAliasCount: 0, schema: 'core' });
  } catch {
    return { ok: false, error: { file: name, reason: 'bad_yaml' } };
  }
  if (typeof front !== 'object' || front === null || Array.isArray(front))
    return { ok: false, error: { file: name, reason: 'bad_yaml' } };
  const slug = (name.split('/').at(-1) ?? name).replace(/\.md$/, '');
  const parsed = ResourceForm.safeParse({ ...front, body: (found[2] ?? '').replace(/\r\n/g, '\n').trim() });
  if (!/^[a-z0-9-]{1,120}$/.test(slug)) return { ok: false, error: { file: name, reason: 'bad_field', field: 'slug' } };
  if (!parsed.success)
    return { ok: false, error: { file: name, reason: 'bad_field', field: parsed.error.issues[0]?.path.join('.') } };
  return { ok: true, value: { slug, form: parsed.data } };
}

/** The same file written back: reading it gives the same resource. */
export function writeLibraryFile(form: ResourceForm): string {
  const { body, reviewOn, summary, ...front } = form;
  const head = { ...front, ...(summary ? { summary } : {}), ...(reviewOn ? { reviewOn } : {}) };
  return `---\n${stringify(head, { lineWidth: 0 })}---\n\n${body}\n`;
}

/** Title, summary and text without accents nor case: what a search reads. */
export const searchTextOf = (form: Pick<ResourceForm, 'title' | 'summary' | 'body'>): string =>
  nameKey(`${form.title} ${form.summary} ${form.body}`).slice(0, 60_000);
