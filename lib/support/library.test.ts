import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsOf } from '@/lib/onboarding/schema';
import { providedTemplates } from '@/lib/onboarding/templates';
import { readLibraryFile, writeLibraryFile } from '@/lib/support/library';
import { FAMILIES, type ResourceForm, ResourceForm as ResourceFormSchema } from '@/lib/support/schema';

const folder = path.resolve(import.meta.dirname, '../../prisma/library');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));

describe('a library file', () => {
  it('says what is wrong with it', () => {
    const error = (name: string, text: string) => {
      const read = readLibraryFile(name, text);
      return read.ok ? null : read.error;
    };
    expect(error('a.md', '# Sans en-tête')).toEqual({ file: 'a.md', reason: 'no_front_matter' });
    expect(error('a.md', '---\ntitle: [\n---\nTexte')).toEqual({ file: 'a.md', reason: 'bad_yaml' });
    expect(error('a.md', '---\ntitle: A\nkind: poem\n---\nTexte')).toEqual({
      file: 'a.md',
      reason: 'bad_field',
      field: 'kind',
    });
    expect(error('../É.md', '---\ntitle: A\n---\nTexte')).toEqual({
      file: '../É.md',
      reason: 'bad_field',
      field: 'slug',
    });
    expect(error('a.md', '---\ntitle: A\n---\n')).toEqual({ file: 'a.md', reason: 'bad_field', field: 'body' });
  });

  it('is read as it was written, whatever it holds', () => {
    const trimmed = (max: number) =>
      fc
        .string({ minLength: 1, maxLength: max })
        .map((text) => text.trim())
        .filter((text) => text.length > 0);
    const form: fc.Arbitrary<ResourceForm> = fc.record({
      title: trimmed(80),
      summary: fc.string({ maxLength: 80 }).map((text) => text.trim()),
      body: trimmed(300)
        .map((text) => text.replace(/\r/g, ''))
        .map((text) => text.trim())
        .filter((text) => text.length > 0),
      kind: fc.constantFrom('guide', 'template', 'service', 'story'),
      locale: fc.constantFrom('fr', 'en'),
      phases: fc.constant(['before']),
      families: fc.subarray([...FAMILIES]),
      roles: fc.constant([]),
      reviewOn: fc.constantFrom(undefined, '2027-01-31'),
    }) as never;
    fc.assert(
      fc.property(form, (given) => {
        const read = readLibraryFile('a.md', writeLibraryFile(given));
        expect(read.ok && read.value.form).toEqual(given);
      }),
    );
  });
});

it('what was typed in a browser is exported and read back the same', () => {
  const typed = ResourceFormSchema.parse({ title: 'A', body: 'Un\r\nDeux\r\n' });
  const read = readLibraryFile('a.md', writeLibraryFile(typed));
  expect(read.ok && read.value.form).toEqual(typed);
});

describe('the provided library', () => {
  it('is readable, one file a resource', () => {
    for (const { name, text } of files) expect(readLibraryFile(name, text).ok, name).toBe(true);
    expect(files.length).toBeGreaterThanOrEqual(10);
  });

  it('covers the six families and every resource that a checklist names', () => {
    const read = files.flatMap(({ name, text }) => {
      const one = readLibraryFile(name, text);
      return one.ok ? [one.value] : [];
    });
    for (const family of FAMILIES)
      expect(
        read.some((one) => one.form.families.includes(family)),
        family,
      ).toBe(true);
    const named = providedTemplates.flatMap(({ definition }) => itemsOf(definition)).flatMap((item) => item.resources);
    for (const slug of named) expect(read.map((one) => one.slug)).toContain(slug);
  });
});
