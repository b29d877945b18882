import type { Clock } from '@/lib/clock';
import { fromDay } from '@/lib/dates';
import { transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { supportedChallenge } from '@/lib/support/commands/contacts';
import { addressFault, isLicence, publicAddress } from '@/lib/support/licences';
import { maySupport } from '@/lib/support/policy';
import type { DatasetForm, DatasetMove, OpenWorkForm } from '@/lib/support/schema';
import { mayMove } from '@/lib/support/states';
import { personId, type Viewer } from '@/lib/viewer';

export async function addDataset(
  viewer: Viewer,
  input: DatasetForm & { challenge: string },
  clock: Clock,
): Promise<Result<{ id: string; challenge: string }, 'not_found'>> {
  return transaction(async (tx) => {
    const challenge = await supportedChallenge(tx, viewer, input.challenge);
    if (!challenge) return refuse('not_found');
    const { challenge: slug, ...form } = input;
    const now = clock();
    const made = await tx.dataset.create({
      data: { ...form, challengeId: challenge.id, createdBy: personId(viewer), createdAt: now, stateSince: now },
      select: { id: true },
    });
    await record(tx, viewer, 'dataset.added', { kind: 'dataset', id: made.id }, { challenge: challenge.id });
    return ok({ id: made.id, challenge: slug });
  });
}

/** Corrects what is known of a data set; where it stands is said by a step (`moveDataset`). */
export async function describeDataset(
  viewer: Viewer,
  input: DatasetForm & { id: string; version: number },
): Promise<Result<{ challenge: string }, 'not_found' | 'stale'>> {
  return transaction(async (tx) => {
    const { id, version, ...form } = input;
    const row = await tx.dataset.findUnique({
      where: { id },
      select: { challenge: { select: { id: true, slug: true } } },
    });
    if (!row || !maySupport(viewer, row.challenge.id)) return refuse('not_found');
    const { count } = await tx.dataset.updateMany({
      where: { id, version },
      data: { ...form, version: { increment: 1 } },
    });
    if (count === 0) return refuse('stale');
    await record(tx, viewer, 'dataset.described', { kind: 'dataset', id }, { challenge: row.challenge.id });
    return ok({ challenge: row.challenge.slug });
  });
}

/** A step forward, or back: only the moves that make sense; opening needs an address and a licence. */
export async function moveDataset(
  viewer: Viewer,
  input: DatasetMove & { id: string; version: number },
  clock: Clock,
): Promise<
  Result<{ challenge: string }, 'not_found' | 'stale' | 'wrong_move' | 'opened_needs_address' | 'licence_unknown'>
> {
  return transaction(async (tx) => {
    const row = await tx.dataset.findUnique({
      where: { id: input.id },
      select: {
        id: true,
        state: true,
        openedUrl: true,
        licence: true,
        challenge: { select: { id: true, slug: true } },
      },
    });
    if (!row || !maySupport(viewer, row.challenge.id)) return refuse('not_found');
    const moves = input.state !== row.state;
    if (moves && !mayMove(row.state, input.state)) return refuse('wrong_move');
    const openedUrl = input.openedUrl || row.openedUrl;
    const licence = input.licence || row.licence;
    if (input.state === 'opened' && !publicAddress(openedUrl)) return refuse('opened_needs_address');
    if (input.state === 'opened' && !isLicence('data', licence)) return refuse('licence_unknown');
    const now = clock();
    const written = await tx.dataset.updateMany({
      where: { id: row.id, version: input.version },
      data: {
        state: input.state,
        ...(moves ? { stateSince: now } : {}),
        blocker: input.blocker,
        nextStep: input.nextStep,
        nextStepOn: input.nextStepOn ? fromDay(input.nextStepOn) : null,
        openedUrl,
        licence,
        version: { increment: 1 },
      },
    });
    if (written.count === 0) return refuse('stale');
    if (moves || input.note)
      await tx.datasetStep.create({
        data: {
          datasetId: row.id,
          before: row.state,
          after: input.state,
          note: input.note,
          byId: personId(viewer),
          at: now,
        },
      });
    await record(
      tx,
      viewer,
      'dataset.moved',
      { kind: 'dataset', id: row.id },
      { before: row.state, after: input.state },
    );
    return ok({ challenge: row.challenge.slug });
  });
}

/** A repository or a publication: an address anyone can open, a licence the State allows. */
export async function addOpenWork(
  viewer: Viewer,
  input: OpenWorkForm & { challenge: string },
  clock: Clock,
): Promise<
  Result<
    { challenge: string },
    'not_found' | 'address_private' | 'address_incomplete' | 'licence_unknown' | 'already_there'
  >
> {
  const { challenge: slug, ...form } = input;
  const fault = addressFault(form.kind, form.url);
  if (fault) return refuse(fault);
  if (!isLicence(form.kind, form.licence)) return refuse('licence_unknown');
  return transaction(async (tx) => {
    const challenge = await supportedChallenge(tx, viewer, slug);
    if (!challenge) return refuse('not_found');
    const [made] = await tx.openWork.createManyAndReturn({
      data: [{ ...form, challengeId: challenge.id, createdBy: personId(viewer), createdAt: clock() }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!made) return refuse('already_there');
    await record(
      tx,
      viewer,
      'open_work.added',
      { kind: 'open_work', id: made.id },
      { challenge: challenge.id, licence: form.licence },
    );
    return ok({ challenge: slug });
  });
}

/** Takes a publication off the list: what was published elsewhere stays where it is. */
export async function removeOpenWork(
  viewer: Viewer,
  input: { challenge: string; workId: string },
): Promise<Result<{ challenge: string }, 'not_found'>> {
  return transaction(async (tx) => {
    const challenge = await supportedChallenge(tx, viewer, input.challenge);
    if (!challenge) return refuse('not_found');
    const { count } = await tx.openWork.deleteMany({ where: { id: input.workId, challengeId: challenge.id } });
    if (count === 0) return refuse('not_found');
    await record(tx, viewer, 'open_work.removed', { kind: 'open_work', id: input.workId }, { challenge: challenge.id });
    return ok({ challenge: challenge.slug });
  });
}
