import { Temporal } from 'temporal-polyfill';
import { formTemplate } from '@/lib/calls/templates';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { runsJury } from '@/lib/jury/policy';
import { seeded } from '@/lib/jury/random';
import { rehearsalBackgrounds, rehearsalThemes } from '@/lib/jury/rehearsal';
import { type RehearsalForm, SEVERITIES } from '@/lib/jury/rehearsal-input';
import { readSettings } from '@/lib/jury/stage-input';
import { rubricTemplate } from '@/lib/jury/templates';
import { nameKeys } from '@/lib/people/names';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

const number = (at: number) => String(at + 1).padStart(2, '0');

/**
 * A synthetic call to run the day before the day: invented files, jurors and conflicts, marked as a rehearsal. It is
 * never published, mails nobody, counts in no figure, and goes in one act (`deleteRehearsal`).
 */
export async function createRehearsal(
  viewer: Viewer,
  form: RehearsalForm,
  clock: Clock,
): Promise<Result<{ id: string }, 'not_allowed' | 'unknown_template' | 'unknown_cohort'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  const rubric = rubricTemplate(form.template);
  if (!rubric) return refuse('unknown_template');
  return transaction(async (tx) => {
    const cohort = await tx.cohort.findUnique({ where: { id: form.cohortId }, select: { name: true } });
    if (!cohort) return refuse('unknown_cohort');
    const callId = await emptyCall(tx, form, cohort.name, clock());
    const jurors = await invented(tx, callId, form.jurors, 'Personne fictive');
    const [owner] = await invented(tx, callId, 1, 'Équipe fictive');
    const random = seeded(form.seed);
    const halfDays = nextHalfDays(clock());
    const perPanel = Math.max(1, Math.floor(form.jurors / form.panels));
    await tx.juror.createMany({
      data: jurors.map((personId, at) => ({
        callId,
        personId,
        state: 'accepted' as const,
        background: random.pick(rehearsalBackgrounds),
        formerFellow: at % 4 === 0,
        themes: random.some(rehearsalThemes, 1 + random.below(3)),
        answeredAt: clock(),
        charterAt: clock(),
      })),
    });
    const files = await inventedFiles(tx, callId, owner!, form, clock());
    const tied = files.flatMap((applicationId) =>
      jurors.flatMap((personId) => (random.below(100) < form.conflicts ? [{ applicationId, personId }] : [])),
    );
    await tx.conflict.createMany({ data: tied.map((one) => ({ ...one, kind: 'personal', state: 'confirmed' })) });
    const stage = await tx.stage.create({
      data: {
        callId,
        name: 'Jury d’essai',
        rubric: rubric as object,
        settings: readSettings({
          rehearsal: true,
          readersPerFile: Math.min(form.readersPerFile, form.jurors),
          panels: form.panels,
          panelMin: Math.max(1, perPanel - 1),
          panelMax: perPanel + 1,
          places: Math.ceil(form.files / 2),
          halfDays: halfDays.slice(0, Math.max(1, Math.min(4, form.panels))),
        }),
      },
      select: { id: true },
    });
    const size = { files: form.files, jurors: form.jurors, conflicts: tied.length };
    await record(tx, viewer, 'rehearsal.created', { kind: 'stage', id: stage.id }, size);
    return ok(stage);
  });
}

async function emptyCall(tx: Tx, form: RehearsalForm, cohort: string, now: Date): Promise<string> {
  const { id } = await tx.call.create({
    data: {
      slug: `repetition-${now.getTime().toString(36)}`,
      cohortId: form.cohortId,
      title: `Répétition du jury, ${cohort}`,
      opensAt: new Date(now.getTime() - 30 * 86_400_000),
      closesAt: new Date(now.getTime() - 86_400_000),
      settings: { rehearsal: true, severity: SEVERITIES[form.severity], seed: form.seed },
    },
    select: { id: true },
  });
  return id;
}

/** People who do not exist: no address, no role, nobody can sign in as them; private, so that no page shows them. */
async function invented(tx: Tx, callId: string, count: number, what: string): Promise<string[]> {
  const made = await tx.person.createManyAndReturn({
    data: Array.from({ length: count }, (_, at) => {
      const name = `${what} ${number(at)}`;
      const slug = `${what === 'Équipe fictive' ? 'equipe' : 'personne'}-fictive-${number(at)}-${callId}`;
      return { slug, name, nameKeys: nameKeys(name), visibility: 'private' as const, extra: { rehearsal: callId } };
    }),
    select: { id: true },
  });
  return made.map(({ id }) => id);
}

async function inventedFiles(tx: Tx, callId: string, ownerId: string, form: RehearsalForm, now: Date) {
  const { id: formVersionId } = await tx.formVersion.create({
    data: { callId, number: 1, definition: formTemplate('cohort6') as object, publishedAt: now },
    select: { id: true },
  });
  const random = seeded(form.seed + 1);
  const made = await tx.application.createManyAndReturn({
    data: Array.from({ length: form.files }, (_, at) => {
      const themes = random.some(rehearsalThemes, 1 + random.below(3)).join(', ');
      const title = `Projet fictif ${number(at)}`;
      return {
        callId,
        formVersionId,
        ownerId,
        title,
        organisationName: `Administration fictive ${1 + random.below(20)}`,
        reference: `RÉP-${callId.slice(-6)}-${number(at)}`,
        state: 'eligible' as const,
        answers: { projectName: title, summary: `Thèmes : ${themes}` },
      };
    }),
    select: { id: true },
  });
  return made.map(({ id }) => id);
}

/** The four half-days of the next two working days, as stages name them. */
function nextHalfDays(now: Date): string[] {
  let day = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('Europe/Paris').toPlainDate();
  const days: string[] = [];
  while (days.length < 4) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek < 6) days.push(`${day}-am`, `${day}-pm`);
  }
  return days;
}

/** Takes a rehearsal away with everything in it: call, files, marks, panels, minutes and the people invented for it. */
export async function deleteRehearsal(
  viewer: Viewer,
  stageId: string,
): Promise<Result<null, 'not_allowed' | 'not_a_rehearsal'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const call = await tx.call.findFirst({
      where: { stages: { some: { id: stageId } }, settings: { path: ['rehearsal'], equals: true } },
      select: { id: true, stages: { select: { id: true } } },
    });
    if (!call) return refuse('not_a_rehearsal');
    await tx.deliberationNote.deleteMany({ where: { stageId: { in: call.stages.map(({ id }) => id) } } });
    await tx.application.deleteMany({ where: { callId: call.id } });
    await tx.call.delete({ where: { id: call.id } });
    await tx.person.deleteMany({ where: { extra: { path: ['rehearsal'], equals: call.id }, email: null } });
    await record(tx, viewer, 'rehearsal.deleted', { kind: 'stage', id: stageId });
    return ok(null);
  });
}
