import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { namespaces } from '@/lib/i18n/messages';

type Tree = { [key: string]: string | string[] | Tree };

function leaves(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : leaves(value as Tree, `${prefix}${key}.`),
  );
}

const load = (locale: string, name: string) =>
  leaves(JSON.parse(readFileSync(path.join(import.meta.dirname, locale, `${name}.json`), 'utf8')) as Tree);

/** ICU arguments of a message; the one word of a plural branch is not one. */
const argumentsOf = (text: string) =>
  [
    ...new Set(
      [...text.matchAll(/(?<!(?:\b(?:zero|one|two|few|many|other)|=\d+)\s)\{\s*(\w+)\s*[,}]/g)].map(
        (match) => match[1],
      ),
    ),
  ].sort();
const withoutIcu = (text: string) =>
  text
    .replace(/\{[^{}]*\}/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/https?:\S+/g, '');

describe.each(namespaces)('messages of %s', (name) => {
  const [fr, en] = [load('fr', name), load('en', name)];

  it('have the same keys in French and English', () => {
    expect(en.map(([key]) => key).sort()).toEqual(fr.map(([key]) => key).sort());
  });

  it('take the same values in French and English', () => {
    const english = new Map(en);
    const differ = fr.filter(([key, text]) => argumentsOf(text).join() !== argumentsOf(english.get(key) ?? '').join());
    expect(differ.map(([key]) => key)).toEqual([]);
  });

  it('follow French typography: narrow space before ; ! ?, space before : and inside « », typographic apostrophe', () => {
    const bad = fr.filter(([, text]) =>
      /(?<!\u202F)[;!?](?=\s|$|»)|(?<!\u00A0):(?=\s|$)|«(?!\u00A0)|(?<!\u00A0)»|\p{L}'\p{L}/u.test(withoutIcu(text)),
    );
    expect(bad.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it('are all written', () => {
    expect([...fr, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });
});

it('every message file is loaded', () => {
  for (const locale of ['fr', 'en']) {
    const files = readdirSync(path.join(import.meta.dirname, locale)).map((file) => file.replace('.json', ''));
    expect(files.filter((file) => !(namespaces as readonly string[]).includes(file))).toEqual([]);
  }
});
