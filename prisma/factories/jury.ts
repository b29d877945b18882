import type { ApplicationState } from '@/lib/applications/states';
import { formTemplate } from '@/lib/calls/templates';
import type { Tx } from '@/lib/db';
import { rubricTemplate } from '@/lib/jury/templates';
import { nameKeys, slugify } from '@/lib/people/names';
import type { PersonViewer, RoleKind } from '@/lib/viewer';

// The test API of the jury: small rows that exist in the database, with only what a test needs to say.

// Vitest gives each file its own database; browser tests share one, from several processes.
let count = process.env.VITEST ? 0 : Math.floor(Math.random() * 1e9);
const next = (): number => ++count;

export type Somebody = { name?: string; email?: string; roles?: RoleKind[]; organisationId?: string };

/** A person and the viewer they are when signed in. */
export async function person(tx: Tx, given: Somebody = {}): Promise<PersonViewer> {
  const number = next();
  const name = given.name ?? `Personne ${number}`;
  const email = given.email ?? `personne-${number}@demo.invalid`;
  const { id } = await tx.person.create({
    data: { slug: `${slugify(name)}-${number}`, name, email, nameKeys: nameKeys(name) },
    select: { id: true },
  });
  const roles = given.roles ?? [];
  if (roles.length) await tx.roleAssignment.createMany({ data: roles.map((kind) => ({ personId: id, kind })) });
  if (given.organisationId)
    await tx.affiliation.create({ data: { personId: id, organisationId: given.organisationId } });
  return {
    kind: 'person',
    id,
    name,
    email,
    locale: 'fr',
    theme: 'system',
    roles: roles.map((kind) => ({ kind, cohortId: null, challengeId: null })),
    organisationIds: given.organisationId ? [given.organisationId] : [],
  };
}

export async function organisation(
  tx: Tx,
  name: string,
  given: { parentId?: string; mailDomains?: string[] } = {},
): Promise<string> {
  const { id } = await tx.organisation.create({
    data: { slug: `${slugify(name)}-${next()}`, name, nameKeys: nameKeys(name), ...given },
    select: { id: true },
  });
  return id;
}

/** A closed call with the form of cohort 6, and a stage of its jury. */
export async function stage(
  tx: Tx,
  given: { template?: string; closesAt?: Date; settings?: object; number?: string } = {},
) {
  const number = given.number ?? String(next());
  const cohort = await tx.cohort.create({
    data: { slug: `promotion-j${number}`, number: `j${number}`, name: `Promotion j${number}` },
    select: { id: true },
  });
  const call = await tx.call.create({
    data: {
      slug: `appel-j${number}`,
      cohortId: cohort.id,
      title: `Appel j${number}`,
      opensAt: new Date('2022-01-24T08:00:00Z'),
      closesAt: new Date('2022-03-18T22:59:00Z'),
      publishedAt: new Date('2022-01-20T08:00:00Z'),
    },
    select: { id: true },
  });
  const form = await tx.formVersion.create({
    data: {
      callId: call.id,
      number: 1,
      definition: formTemplate('cohort6') as object,
      publishedAt: new Date('2022-01-20T08:00:00Z'),
    },
    select: { id: true },
  });
  const { id } = await tx.stage.create({
    data: {
      callId: call.id,
      name: 'Jury',
      rubric: rubricTemplate(given.template ?? 'cohort6_hearing') as object,
      closesAt: given.closesAt,
      settings: given.settings ?? {},
    },
    select: { id: true },
  });
  return { id, callId: call.id, cohortId: cohort.id, formVersionId: form.id };
}

export type MadeStage = Awaited<ReturnType<typeof stage>>;

/** A file received and found eligible on the stage's call. */
export async function file(
  tx: Tx,
  on: MadeStage,
  given: { title?: string; organisationId?: string; ownerId?: string; state?: ApplicationState; answers?: object } = {},
): Promise<string> {
  const number = next();
  const title = given.title ?? `Projet ${number}`;
  const owner = given.ownerId ?? (await person(tx)).id;
  const answers = given.answers ?? { projectName: title };
  const { id } = await tx.application.create({
    data: {
      callId: on.callId,
      formVersionId: on.formVersionId,
      ownerId: owner,
      organisationId: given.organisationId,
      organisationName: 'Administration',
      title,
      reference: `J-${String(number).padStart(4, '0')}`,
      state: given.state ?? 'eligible',
      answers,
    },
    select: { id: true },
  });
  await tx.submission.create({
    data: {
      applicationId: id,
      number: 1,
      formVersionId: on.formVersionId,
      answers,
      digest: id,
      idempotencyKey: `test:${id}`,
      receivedAt: new Date('2022-03-10T10:00:00Z'),
      byId: owner,
    },
  });
  return id;
}

/** Someone seated on the call's jury, charter accepted unless `invited`. */
export async function juror(
  tx: Tx,
  on: MadeStage,
  given: Somebody & { invited?: boolean; themes?: string[] } = {},
): Promise<PersonViewer> {
  const viewer = await person(tx, given);
  const answered = given.invited ? null : new Date('2022-03-01T10:00:00Z');
  await tx.juror.create({
    data: {
      callId: on.callId,
      personId: viewer.id,
      state: given.invited ? 'invited' : 'accepted',
      charterAt: answered,
      answeredAt: answered,
      themes: given.themes ?? [],
    },
  });
  return viewer;
}

export async function assignment(tx: Tx, on: MadeStage, jurorId: string, applicationId: string): Promise<string> {
  const { id } = await tx.reviewAssignment.create({
    data: { stageId: on.id, jurorId, applicationId },
    select: { id: true },
  });
  return id;
}

/** A whole grid as a juror types it: the same mark everywhere, or one a criterion. */
export const typedGrid = (marks: number | number[], said: Record<string, string> = {}) => {
  const keys = rubricTemplate('cohort6_hearing')!.criteria.map(({ key }) => key);
  const typed = keys.map((key, index) => [key, String(Array.isArray(marks) ? (marks[index] ?? '') : marks)]);
  return {
    marks: Object.fromEntries(typed) as Record<string, string>,
    comments: {},
    comment: 'Un besoin clair.',
    privateNote: '',
    verdict: 'favourable',
    rank: '',
    favourite: '',
    abstained: '',
    ...said,
  };
};
