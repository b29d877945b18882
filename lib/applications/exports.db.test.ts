import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { submitApplication } from '@/lib/applications/commands/submit';
import { exportWords } from '@/lib/applications/export-words';
import { type ExportFormat, exportFiles } from '@/lib/applications/exports';
import { IntakeFilters } from '@/lib/applications/intake-filters';
import type { Answers } from '@/lib/calls/answers';
import { editForm, publishForm } from '@/lib/calls/commands/form';
import { formDefinition } from '@/lib/calls/form';
import { managedCall } from '@/lib/calls/queries';
import { clockAt } from '@/lib/clock';
import { db } from '@/lib/db';
import { ok } from '@/lib/result';
import type { PersonViewer } from '@/lib/viewer';
import { makeCall, makeDraft } from '@/prisma/factories/calls';
import { KINDS, ONE_OF_EACH } from '@/prisma/factories/every-kind';
import { makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();

const OPEN = new Date('2022-02-01T10:00:00Z');
const T = { fr: 'Tout', en: '' };
const signature = { type: 'attestation' as const, id: 'sworn', label: { fr: 'Exact', en: 'True' }, required: true };
const form = formDefinition.parse({
  sections: [{ id: 's', title: T, fields: ONE_OF_EACH.filter((one) => one.type !== 'file') }],
  attestations: [signature],
});
const kinds = Object.values(KINDS).filter((one) => one.field.type !== 'file');
const answers = { ...Object.fromEntries(kinds.map((one) => [one.field.id, one.good])), sworn: true } as Answers;
const column = (id: string) => id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

let call: Awaited<ReturnType<typeof makeCall>>;
let coordinator: PersonViewer;
const exported = async (format: ExportFormat, locale = 'fr') => {
  const pieces = await exportFiles(coordinator, call.id, IntakeFilters.parse({}), format, await exportWords(locale));
  let all = '';
  for await (const piece of pieces ?? []) all += piece;
  return all;
};
const send = async (given: Answers) => {
  const owner = await makeViewer(db);
  const { id } = await makeDraft(db, call, owner.id, given);
  expect(await submitApplication(owner, { applicationId: id, key: id }, OPEN)).toMatchObject({ ok: true });
};

beforeAll(async () => {
  coordinator = await makeViewer(db, 'coordinator');
  call = await makeCall(db, { form });
  await send(answers);
});

describe('a file with an answer of every kind', () => {
  it.each(kinds.map((one) => [one.field.type, one] as const))(
    '%s goes to the spreadsheet as it is read, to open CSV as a machine reads it',
    async (_, { field, read, open }) => {
      const [line] = parse(await exported('spreadsheet'), { delimiter: ';', bom: true, columns: true }) as Record<
        string,
        string
      >[];
      expect(line?.[field.label.fr]).toBe(read);
      const [record] = parse(await exported('open'), { columns: true }) as Record<string, string>[];
      expect(record?.[column(field.id)]).toBe(open ?? read);
    },
  );

  it('goes to JSON with every answer as it was sent, what was signed in all three', async () => {
    const { files } = JSON.parse(await exported('json')) as { files: { answers: Answers }[] };
    expect(files[0]?.answers).toEqual(answers);
    expect(await exported('spreadsheet')).toContain('Exact');
    expect(parse(await exported('open'), { columns: true })).toMatchObject([{ sworn: 'true' }]);
  });

  it('keeps the column of a question that a later version took away, and names without English in French', async () => {
    const fresh = { type: 'shortText' as const, id: 'fresh', label: { fr: 'Nouvelle', en: '' } };
    const next = formDefinition.parse({
      sections: [{ id: 's', title: T, fields: [fresh] }],
      attestations: [signature],
    });
    const token = (await managedCall(coordinator, call.slug))?.form?.updatedAt.toISOString() ?? '';
    expect(await editForm(coordinator, { callId: call.id, token }, () => ok(next))).toMatchObject({ ok: true });
    expect(await publishForm(coordinator, { callId: call.id }, clockAt('2022-02-01T11:00:00Z'))).toMatchObject({
      ok: true,
    });
    call = { ...call, formVersionId: (await managedCall(coordinator, call.slug))?.form?.id ?? '' };
    await send({ fresh: 'oui', sworn: true });
    const records = parse(await exported('open'), { columns: true }) as Record<string, string>[];
    expect(records.map((one) => [one.fresh, one.q_short_text, one.q_money]).sort()).toEqual([
      ['', 'Phares', '20000.5'],
      ['oui', '', ''],
    ]);
    expect((await exported('spreadsheet', 'en')).split('\n')[0]).toContain(';Nouvelle;');
  });
});
