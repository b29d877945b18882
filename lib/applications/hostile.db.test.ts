import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { SheetValueView } from '@/components/calls/sheet-value';
import { writeToApplicant, writeToTeam } from '@/lib/applications/commands/messages';
import { saveAnswers } from '@/lib/applications/commands/save';
import { submitApplication } from '@/lib/applications/commands/submit';
import { exportWords } from '@/lib/applications/export-words';
import { type ExportFormat, exportFiles } from '@/lib/applications/exports';
import { filePdf } from '@/lib/applications/file-pdf';
import { IntakeFilters } from '@/lib/applications/intake-filters';
import { myApplication } from '@/lib/applications/queries';
import { receiptPdf } from '@/lib/applications/receipt-pdf';
import { sectionChange } from '@/lib/applications/sections';
import { inSection, text } from '@/lib/calls/building';
import { FIELD_TYPES, type Field, formDefinition } from '@/lib/calls/form';
import { sheetOf } from '@/lib/calls/sheet';
import { db } from '@/lib/db';
import type { PersonViewer } from '@/lib/viewer';
import { makeCall, makeDraft } from '@/prisma/factories/calls';
import { makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();

const T = text('Question', 'Question');
const options = ['one', 'two'].map((value) => ({ value, label: T }));
const OPEN = new Date('2022-02-01T10:00:00Z');

/** What a hostile or unlucky person may send to any question. */
const HOSTILE: [name: string, value: string][] = [
  ['right-to-left marks', '\u202Egpj.exe\u202C \u2066isolé\u2069'],
  ['zero-width and a soft hyphen', '\u200B\u200Ca\u200D\u00ADb\u2060\uFEFF'],
  ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&amp;'],
  ['a formula', "=cmd|' /C calc'!A0"],
  ['a formula after something invisible', '\u200B=HYPERLINK("http://x.invalid","y")'],
  ['other formulas', '@SUM(1+1)*cmd'],
  ['a tab and a plus', '\t+1+1'],
  ['SQL', "'; DROP TABLE application; --"],
  ['Typst', '#panic("x") $ ] } \\ #include "/etc/passwd"'],
  ['JSON and templates', `{"__proto__":{"admin":true}} $\{7*7} {{7*7}} {title, select, other {x}}`],
  ['a script address', 'javascript:alert(1)'],
  ['stacked accents and emoji', 'Z\u0310\u0301\u0302\u0303\u0304 👩🏽‍🚒🏳️‍🌈 \u{1F1EB}\u{1F1F7}'],
  ['lines of every kind', 'a\u2028b\u2029c\u0085d\nfin'],
  ['half a character', 'a\uD800b'],
  ['a long word', 'é'.repeat(5_000)],
];

/** A form with one question of each type, each optional: what is typed is kept whatever it is. */
const one = (type: string): Record<string, unknown> => {
  const base = { type, id: `q${type}`, label: T };
  if (type === 'oneOf' || type === 'manyOf') return { ...base, options };
  if (type === 'group')
    return {
      ...base,
      rowLabel: T,
      fields: [
        { type: 'shortText', id: 'words', label: T },
        { type: 'number', id: 'share', label: T },
      ],
    };
  return base;
};
const form = formDefinition.parse({
  sections: [inSection('s', T, FIELD_TYPES.map((type) => one(type)) as never)],
});

/** The entries a browser would post to that question with this text. */
function entries(field: Field, value: string): [string, string][] {
  switch (field.type) {
    case 'organisation':
      return ['name', 'siret', 'parent', 'id'].map((part) => [`${field.id}.${part}`, value]);
    case 'town':
      return ['name', 'postcode'].map((part) => [`${field.id}.${part}`, value]);
    case 'contact':
      return ['firstName', 'lastName', 'email', 'phone', 'role', 'entity'].map((part) => [
        `${field.id}.${part}`,
        value,
      ]);
    case 'group':
      return [
        [`${field.id}[0].words`, value],
        [`${field.id}[0].share`, value],
        [`${field.id}[0]._key`, value],
      ];
    case 'manyOf':
      // No option is that long: the whole save is refused, as "a megabyte" is below.
      return value.length > 100 ? [] : [[field.id, value]];
    default:
      return [[field.id, value]];
  }
}
/** Types whose answer is a text of its own: the others keep a choice, a tick or files, never what is typed. */
const KEEPS_WORDS = new Set(['shortText', 'longText', 'number', 'money', 'date', 'oneOf', 'email', 'phone', 'url']);

let call: Awaited<ReturnType<typeof makeCall>>;
let owner: PersonViewer;
let coordinator: PersonViewer;
beforeAll(async () => {
  call = await makeCall(db, { form });
  [owner, coordinator] = [await makeViewer(db), await makeViewer(db, 'coordinator')];
});
const post = (id: string, posted: [string, string][]) => {
  let key = 0;
  const change = sectionChange({ section: 's', base: '{}', intent: 'stay', entries: posted }, () => `k${key++}`);
  return saveAnswers(owner, id, change, OPEN);
};

describe.each(HOSTILE)('hostile input: %s', (_, value) => {
  /** As the database may hold it: a browser's line ends, and no half of a character. */
  const kept = value.replace(/\r\n?/g, '\n').toWellFormed();

  it('is stored as typed in every type of question', async () => {
    const { id } = await makeDraft(db, call, owner.id);
    const saved = await post(id, form.sections[0]?.fields.flatMap((field) => entries(field, value)) ?? []);
    expect(saved).toMatchObject({ ok: true });
    const answers = (await myApplication(owner, id))?.answers ?? {};
    for (const field of form.sections[0]?.fields ?? []) {
      const answer = answers[field.id];
      if (KEEPS_WORDS.has(field.type)) expect(answer, field.type).toBe(kept);
      else if (field.type === 'manyOf') expect(answer).toSatisfy((all) => all === undefined || all[0] === kept);
      else if (field.type === 'organisation') expect(answer).toMatchObject({ name: kept, parent: kept });
      else if (field.type === 'contact') expect(answer).toMatchObject({ firstName: kept, email: kept });
      else if (field.type === 'town') expect(answer).toMatchObject({ name: kept });
      else if (field.type === 'group') expect(answer).toMatchObject([{ words: kept, share: kept }]);
      else expect(answer, field.type).toBeUndefined();
    }
  });

  it('is shown as text: no markup, no direction mark, no link that runs', async () => {
    const { id } = await makeDraft(db, call, owner.id);
    await post(id, form.sections[0]?.fields.flatMap((field) => entries(field, value)) ?? []);
    const { answers } = (await myApplication(owner, id)) ?? { answers: {} };
    for (const { value: shown } of sheetOf(form, answers, await exportWords('fr')).flatMap((one) => one.entries)) {
      const html = renderToStaticMarkup(createElement(SheetValueView, { value: shown, none: '–' }) as ReactElement);
      expect(html).not.toMatch(/<script|<img|[\u202A-\u202E\u2066-\u2069]/);
      expect(html).not.toMatch(/href="(?!https?:)/);
    }
  });
});

describe('what no answer may be', () => {
  it.each([
    ['a NUL', 'a\0b'],
    ['a megabyte', 'x'.repeat(1_048_576)],
  ])('%s is refused whole, in every type that keeps words, and what was there stays', async (_, value) => {
    for (const field of form.sections[0]?.fields ?? []) {
      if (!KEEPS_WORDS.has(field.type) && !['organisation', 'contact', 'town', 'group'].includes(field.type)) continue;
      const { id } = await makeDraft(db, call, owner.id, { qlongText: 'avant' });
      const saved = await saveAnswers(
        owner,
        id,
        (definition, stored) => ({
          ...sectionChange(
            { section: 's', base: JSON.stringify(stored), intent: 'stay', entries: entries(field, value) },
            () => 'k',
          )(definition, stored),
          fields: definition.sections[0]?.fields.filter((one) => one.id === field.id) ?? [],
        }),
        OPEN,
      );
      expect(saved.ok ? 'kept' : saved.reason, field.type).toBe('malformed');
      expect((await myApplication(owner, id))?.answers).toEqual({ qlongText: 'avant' });
    }
  });
});

describe('hostile answers, once sent', () => {
  const texts = formDefinition.parse({
    titleField: 'title',
    sections: [
      inSection('s', T, [
        { type: 'shortText', id: 'title', label: T },
        { type: 'longText', id: 'words', label: T, maxCharacters: 50_000 },
        { type: 'group', id: 'team', label: T, rowLabel: T, fields: [{ type: 'shortText', id: 'role', label: T }] },
      ]),
    ],
  });
  let sent: { id: string; value: string }[] = [];
  let own: Awaited<ReturnType<typeof makeCall>>;
  beforeAll(async () => {
    own = await makeCall(db, { form: texts });
    sent = [];
    for (const [, value] of HOSTILE) {
      const kept = value.toWellFormed().slice(0, 250);
      const { id } = await makeDraft(db, own, owner.id, {
        title: kept,
        words: kept,
        team: [{ _key: 'k', role: kept }],
      });
      const done = await submitApplication(owner, { applicationId: id, key: randomUUID() }, OPEN);
      expect(done.ok ? 'sent' : done.reason).toBe('sent');
      sent.push({ id, value: kept });
    }
  });
  const exported = async (format: ExportFormat) => {
    const pieces = await exportFiles(coordinator, own.id, IntakeFilters.parse({}), format, await exportWords('fr'));
    let all = '';
    for await (const piece of pieces ?? []) all += piece;
    return all;
  };

  it('a spreadsheet runs none of them and reads one line a file', async () => {
    const csv = await exported('spreadsheet');
    const lines = parse(csv, { delimiter: ';', bom: true, relax_column_count: false }) as string[][];
    expect(lines).toHaveLength(HOSTILE.length + 1);
    expect(lines.flat().filter((cell) => /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u.test(cell))).toEqual([]);
  });

  it('open CSV has one record a file, JSON has every text exactly as typed', async () => {
    const open = parse(await exported('open'), { columns: true }) as Record<string, string>[];
    expect(open).toHaveLength(HOSTILE.length);
    const { files } = JSON.parse(await exported('json')) as { files: { answers: { words: string } }[] };
    expect(files.map((one) => one.answers.words).sort()).toEqual(sent.map((one) => one.value).sort());
  });

  it('mails say them as text: one line of subject, no markup, no address that runs', async () => {
    for (const { id, value } of sent) {
      expect(await writeToApplicant(coordinator, { applicationId: id, body: value }, () => OPEN)).toMatchObject({
        ok: true,
      });
      expect(await writeToTeam(owner, { applicationId: id, body: value }, () => OPEN)).toMatchObject({ ok: true });
    }
    const mails = await db.outboxMessage.findMany({ select: { subject: true, html: true, text: true } });
    expect(mails.length).toBeGreaterThanOrEqual(3 * HOSTILE.length);
    for (const { subject, html, text: said } of mails) {
      expect(html + said).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
      expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
      expect(html).not.toMatch(/<script|<img src=x|href="(?!https?:|mailto:)/);
    }
  });

  it('the receipt and the file in PDF/UA say them as text', async () => {
    const words = await exportWords('fr');
    for (const { id, value } of sent) {
      const receipt = await receiptPdf(owner, { id, number: 1, locale: 'fr' });
      expect(receipt?.pdf.subarray(0, 5).toString()).toBe('%PDF-');
      const made = filePdf({
        lang: 'fr',
        title: value.replace(/\p{C}/gu, ' ').trim() || 'x',
        facts: [['x', value]],
        sections: sheetOf(texts, { title: value, words: value }, words),
        silence: '–',
      });
      expect(made.subarray(0, 5).toString()).toBe('%PDF-');
    }
  });
});
