import { NextIntlClientProvider } from 'next-intl';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { plainText } from '@/lib/applications/exports';
import { filePdf } from '@/lib/applications/file-pdf';
import type { Answers } from '@/lib/calls/answers';
import { formProblems, untranslated } from '@/lib/calls/coherence';
import { Conditions } from '@/lib/calls/conditions';
import { toEntries } from '@/lib/calls/entries';
import { FieldInput, fieldFrom, inputOf } from '@/lib/calls/field-input';
import { FIELD_TYPES, field as fieldSchema, formDefinition } from '@/lib/calls/form';
import { prefillOf } from '@/lib/calls/prefill';
import { sheetEntry, sheetOf } from '@/lib/calls/sheet';
import { checkCondition, scopeOf } from '@/lib/calls/typing';
import { validateAnswers } from '@/lib/calls/validation';
import { diffAnswers, diffForms, moveAnswers } from '@/lib/calls/versions';
import { rawOf } from '@/lib/exchange/demarches';
import { readValue } from '@/lib/exchange/reading-values';
import en from '@/messages/en/calls.json';
import fr from '@/messages/fr/calls.json';
import { KINDS, ONE_OF_EACH } from '@/prisma/factories/every-kind';
import { FieldEditor } from './field-editor';
import { SectionFields } from './section-fields';
import { TypeChoice } from './type-choice';

/** The audit of the kinds of question: each is followed from the builder to the last place its answer is read. */
const T = { fr: 'Tout', en: 'Everything' };
const form = formDefinition.parse({ sections: [{ id: 's', title: T, fields: ONE_OF_EACH }] });
const good = Object.fromEntries(Object.values(KINDS).map((one) => [one.field.id, one.good])) as Answers;
const words = {
  locale: 'fr',
  signed: 'Signé',
  yes: 'Oui',
  no: 'Non',
  date: (iso: string) =>
    new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${iso}T12:00:00Z`)),
  number: (value: number) => new Intl.NumberFormat('fr-FR').format(value),
  money: (cents: number) => new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / 100),
};

const markup = (element: ReactElement, locale: 'fr' | 'en' = 'fr') =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      timeZone="Europe/Paris"
      messages={{ calls: locale === 'fr' ? fr : en } as never}
      onError={(error) => {
        throw error;
      }}
    >
      {element}
    </NextIntlClientProvider>,
  );
/** The controls of a page: attributes by name, the first of each name. */
function controls(html: string): Map<string, Record<string, string>> {
  const found = new Map<string, Record<string, string>>();
  for (const [tag] of html.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)) {
    const attributes = Object.fromEntries(
      [...tag.matchAll(/\s([a-zA-Z-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name.toLowerCase(), value]),
    );
    if (attributes.name && !found.has(attributes.name)) found.set(attributes.name, attributes);
  }
  return found;
}

it('has a line for every kind there is', () => {
  expect(Object.keys(KINDS).sort()).toEqual([...FIELD_TYPES].sort());
  expect([formProblems(form, { publishing: true }), untranslated(form), validateAnswers(form, good)]).toEqual([
    [],
    [],
    [],
  ]);
});

describe.each(FIELD_TYPES)('%s', (type) => {
  const { field, good: answer, wrong, controls: expected, read, champ } = KINDS[type];

  it('is offered in the builder, with a control for each of its settings, in both languages', () => {
    expect(controls(markup(<TypeChoice where={{ section: 's', group: '' }} />)).has('type')).toBe(true);
    const values = inputOf(field);
    const again = fieldSchema.parse({
      ...fieldFrom(type, FieldInput.parse(values)),
      id: field.id,
      ...(field.type === 'group' ? { fields: field.fields } : {}),
    });
    expect(again).toEqual(field);
    for (const locale of ['fr', 'en'] as const) {
      const html = markup(
        <FieldEditor
          place={{}}
          definition={form}
          type={type}
          path={field.id}
          field={field}
          where={{ section: '', group: '' }}
        />,
        locale,
      );
      const shown = controls(html);
      const set = Object.entries(values).filter(([, value]) => value.length > 0);
      expect(set.map(([name]) => name).filter((name) => !shown.has(name))).toEqual([]);
      expect(html).toContain((locale === 'fr' ? fr : en).builder.types[type]);
    }
  });

  it('is asked with the right controls, its help, its example and its limits', () => {
    const html = markup(
      <SectionFields definition={form} fields={[field]} answers={{ qYesNo: true, [field.id]: answer }} />,
    );
    const shown = controls(html);
    for (const [name, attributes] of Object.entries(expected)) expect(shown.get(name), name).toMatchObject(attributes);
    for (const [name] of toEntries([field], good)) expect([...shown.keys()]).toContain(name);
    expect(html).toContain('Aide');
    expect(html).toMatch(/Exemple\s: Exemple/);
    // A condition requires it: what says "optional" is hidden by calls.css, here and as answers change.
    if (type !== 'yesNo') expect(html).toContain(`<div data-condition="${field.id}" data-required="">`);
  });

  it('is checked, with a sentence in both languages', () => {
    const [bad, reason] = wrong;
    const errors = validateAnswers(form, { ...good, [field.id]: bad });
    expect(errors.map((one) => [one.field, one.reason])).toContainEqual([field.id, reason]);
    for (const messages of [fr, en]) expect(messages.errors[reason].length).toBeGreaterThan(5);
  });

  it('is read on the sheet and in the PDF', () => {
    const sections = sheetOf(form, good, words);
    const entry = sections[0]?.entries.find((one) => one.id === field.id);
    expect(entry && plainText(entry.value)).toBe(read);
    const made = filePdf({ lang: 'fr', title: 'x', facts: [], sections, silence: '–' });
    expect(made.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('may be named by a condition', () => {
    const source = type === 'attestation' || type === 'yesNo' ? field.id : `${field.id} is not empty`;
    expect(checkCondition(source, scopeOf(form))).toMatchObject({ ok: true });
    expect(new Conditions(form, good).truth(source)).toBe(true);
    expect(
      new Conditions(form, { qYesNo: true, ...(type === 'yesNo' ? { qYesNo: false } : {}) }).truth(source),
    ).not.toBe(true);
  });

  it('is answered in advance by a link, unless it is a file or a signature', () => {
    let key = 0;
    const { answers } = prefillOf(form, toEntries([field], good), () => `k${key++}`);
    expect(answers).toEqual(type === 'file' || type === 'attestation' ? {} : { [field.id]: answer });
  });

  it('is compared between versions, moved whole, and kept when its question goes', () => {
    const [before, after] = [
      { definition: form, answers: {} },
      { definition: form, answers: { [field.id]: answer } },
    ];
    const changes = diffAnswers(before, after);
    expect(changes.map((one) => one.field.id)).toEqual([field.id]);
    const { value } = sheetEntry(new Conditions(form, good), field, changes[0]?.after, words);
    expect(plainText(value)).toBe(read);
    expect(moveAnswers(form, form, good, [], 1)).toEqual({ answers: good, kept: [] });
    const without = { ...form, sections: [{ id: 's', title: T, fields: ONE_OF_EACH.filter((one) => one !== field) }] };
    expect(moveAnswers(form, without, good, [], 1).kept).toMatchObject([{ id: field.id, answer }]);
    expect(diffForms(form, without).removed.map((one) => one.id)).toEqual([field.id]);
  });

  it('comes from Démarches simplifiées, unless it is a block or a file, which come apart', () => {
    expect(champ === undefined).toBe(type === 'group' || type === 'file');
    if (!champ || field.type === 'group') return;
    const [exported, becomes = answer] = champ;
    const raw = rawOf({ id: 'x', label: 'x', stringValue: '', ...exported } as never);
    expect(readValue(field, raw)).toEqual({ ok: true, answer: becomes });
  });
});
