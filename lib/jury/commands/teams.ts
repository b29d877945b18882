import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { env } from '@/lib/env';
import { halfDaysMail } from '@/lib/jury/emails';
import { inStage, runsJury } from '@/lib/jury/policy';
import { type StageDetail, stageDetail } from '@/lib/jury/queries/stages';
import { mayAnswerFor } from '@/lib/jury/queries/teams';
import { readSettings } from '@/lib/jury/stage-input';
import type { TeamHalfDays } from '@/lib/jury/team-input';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** When a team can come to its hearing: said by its own people once asked, or by the coordination for them. The last word stands. */
export async function sayTeamHalfDays(
  viewer: Viewer,
  input: TeamHalfDays,
  clock: Clock,
): Promise<Result<null, 'not_found' | 'unknown_stage' | 'half_day_unknown'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const { stageId, applicationId } = input;
  if (!runsJury(viewer) && !(await mayAnswerFor(viewer, stageId, applicationId))) return refuse('not_found');
  return transaction(async (tx) => {
    const stage = await tx.stage.findFirst({
      where: { id: stageId, call: { applications: { some: { id: applicationId } } } },
      select: { settings: true },
    });
    if (!stage) return refuse('unknown_stage');
    const offered = new Set(readSettings(stage.settings).halfDays);
    if (input.available.some((day) => !offered.has(day))) return refuse('half_day_unknown');
    const said = { available: input.available, byId: viewer.id, saidAt: clock() };
    await tx.teamAvailability.upsert({
      where: { stageId_applicationId: { stageId, applicationId } },
      create: { stageId, applicationId, ...said },
      update: said,
    });
    await record(
      tx,
      viewer,
      'team.half_days_said',
      { kind: 'application', id: applicationId },
      { stage: stageId, halfDays: input.available },
    );
    return ok(null);
  });
}

type Author = { applicationId: string; title: string; email: string; name: string; locale: string };

/** Asks every team that has not said yet when it can come: one mail to each author, and a line in their Today. */
export async function askTeams(
  viewer: Viewer,
  stageId: string,
  clock: Clock,
): Promise<Result<{ mails: number }, 'not_allowed' | 'unknown_stage' | 'no_half_day' | 'rehearsal_mails'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  const stage = await stageDetail(viewer, stageId);
  if (!stage) return refuse('unknown_stage');
  if (stage.settings.halfDays.length === 0) return refuse('no_half_day');
  if (stage.settings.rehearsal) return refuse('rehearsal_mails');
  return transaction(async (tx) => {
    await tx.$executeRaw`UPDATE stage SET settings = settings || '{"teamsAsked":true}' WHERE id = ${stageId}::uuid`;
    const authors = await silent(viewer, tx, stage);
    for (const author of authors) await enqueue(tx, await letter(stage, author, clock()));
    await record(tx, viewer, 'teams.asked', { kind: 'stage', id: stageId }, { mails: authors.length });
    return ok({ mails: authors.length });
  });
}

const silent = (_viewer: Viewer, tx: Tx, { id, callId }: StageDetail) =>
  tx.$queryRawUnsafe<Author[]>(
    `  SELECT a.id AS "applicationId", a.title, m.email, coalesce(p.name, '') AS name, coalesce(p.locale, 'fr') AS locale
  FROM application a
  JOIN LATERAL (SELECT o.email, o.id AS person_id FROM person o WHERE o.id = a.owner_id AND o.email IS NOT NULL
    UNION SELECT am.email, am.person_id FROM application_member am WHERE am.application_id = a.id AND am."right" = 'edit') m ON true
  LEFT JOIN person p ON p.id = m.person_id
  WHERE a.call_id = $1::uuid AND a.state IN ('eligible', 'preselected') AND ${inStage('$2::uuid')}
       AND NOT EXISTS (SELECT 1 FROM team_availability t WHERE t.stage_id = $2::uuid AND t.application_id = a.id)
     ORDER BY a.id, m.email LIMIT 2000`,
    callId,
    id,
  );

const letter = (stage: StageDetail, author: Author, now: Date) =>
  halfDaysMail({
    ...author,
    stageId: stage.id,
    call: stage.call,
    halfDays: stage.settings.halfDays,
    day: now.toISOString().slice(0, 10),
    url: `${env().NEXTAUTH_URL}/${author.locale === 'en' ? 'en' : 'fr'}/my-applications/${author.applicationId}/hearing`,
  });
