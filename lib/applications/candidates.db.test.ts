import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { saveAnswers } from '@/lib/applications/commands/save';
import { startApplication } from '@/lib/applications/commands/start';
import { submitApplication } from '@/lib/applications/commands/submit';
import { withdrawApplication } from '@/lib/applications/commands/withdraw';
import { myApplication } from '@/lib/applications/queries';
import { receiptPdf } from '@/lib/applications/receipt-pdf';
import { inSection, shortText, text } from '@/lib/calls/building';
import { changeDeadline } from '@/lib/calls/commands/deadline';
import { editForm } from '@/lib/calls/commands/form';
import { createCall, publishCall } from '@/lib/calls/commands/prepare';
import { formDefinition } from '@/lib/calls/form';
import { callBySlug, managedCall } from '@/lib/calls/queries';
import { NewCall } from '@/lib/calls/schema';
import { fieldsOf } from '@/lib/calls/shape';
import { clockAt } from '@/lib/clock';
import { db } from '@/lib/db';
import { ok } from '@/lib/result';
import { visitor } from '@/lib/viewer';
import { makeViewer } from '@/prisma/factories/people';
import { makeCohort } from '@/prisma/factories/programme';
import { testDatabase } from '@/prisma/test-db';

testDatabase();

const form = formDefinition.parse({
  titleField: 'name',
  sections: [
    inSection('you', text('Vous', 'You'), [
      shortText('name', text('Prénom et nom', 'Name')),
      {
        type: 'oneOf',
        id: 'profile',
        label: text('Métier', 'Trade'),
        required: true,
        options: [{ value: 'dev', label: text('Développement', 'Development') }],
      },
    ]),
  ],
});
const now = clockAt('2022-03-10T10:00:00Z');

it('a call for applications goes from its creation to a receipt on the same engine, and speaks of no project', async () => {
  const coordinator = await makeViewer(db, 'coordinator');
  const candidate = await makeViewer(db);
  const created = await createCall(
    coordinator,
    NewCall.parse({
      cohortId: (await makeCohort(db)).id,
      kind: 'candidates',
      title: 'Devenir EIG',
      opens: '2022-03-07T09:00',
      closes: '2022-04-03T23:59',
      contactEmail: 'a@b.fr',
      form: 'empty',
    }),
  );
  if (!created.ok) throw new Error(created.reason);
  const { id: callId, slug } = created.value;
  const token = (await managedCall(coordinator, slug))?.draftForm?.updatedAt.toISOString() ?? '';
  expect(await editForm(coordinator, { callId, token }, () => ok(form))).toMatchObject({ ok: true });
  expect(await publishCall(coordinator, { callId }, now)).toMatchObject({ ok: true });
  expect(await callBySlug(visitor, slug)).toMatchObject({ kind: 'candidates' });

  const started = await startApplication(candidate, { callId, prefill: [['profile', 'dev']] }, now);
  if (!started.ok) throw new Error(started.reason);
  const { id } = started.value;
  const mine = { name: 'Ève Dupré', profile: 'dev' };
  const change = () => ({ fields: fieldsOf(form), base: { profile: 'dev' }, mine });
  expect(await saveAnswers(candidate, id, change, now())).toMatchObject({ ok: true });
  expect(
    await changeDeadline(coordinator, { callId, closes: '2022-04-20T23:59', reason: 'Deux semaines de plus.' }, now),
  ).toMatchObject({ value: { told: 1 } });
  expect(await submitApplication(candidate, { applicationId: id, key: randomUUID() }, now())).toMatchObject({
    ok: true,
  });
  expect(await myApplication(candidate, id)).toMatchObject({
    title: 'Ève Dupré',
    state: 'submitted',
  });
  await withdrawApplication(candidate, { applicationId: id }, now);
  const mails = await db.outboxMessage.findMany({
    where: { to: candidate.email },
    select: { subject: true, text: true, template: true },
  });
  expect(mails.map((one) => one.template).sort()).toEqual([
    'application-receipt',
    'application-withdrawal',
    'call-deadline',
  ]);
  for (const mail of mails) expect(`${mail.subject} ${mail.text}`).not.toMatch(/projet|défi|administration|challenge/i);

  // The receipt is tagged: a tree from its title down, its language, its title shown, PDF/UA said.
  const receipt = await receiptPdf(candidate, { id, number: 1, locale: 'fr' });
  const raw = receipt?.pdf.toString('latin1') ?? '';
  expect(receipt?.name).toMatch(/-v1\.pdf$/);
  for (const part of [
    /\/MarkInfo\s*<<[^>]*\/Marked true/,
    /\/Lang\s*\(fr/,
    /\/StructTreeRoot/,
    /\/ParentTree/,
    /\/S \/H1/,
    /\/S \/H2/,
    /\/DisplayDocTitle true/,
    /pdfuaid:part[=>"\s]*1/,
    /\/Outlines/,
  ])
    expect(raw).toMatch(part);
});
