import { createHash } from 'node:crypto';
import type { FormDefinition } from '@/lib/calls/form';
import { fieldsOf } from '@/lib/calls/shape';
import { formTemplate } from '@/lib/calls/templates';
import { answersTo } from '@/prisma/factories/applications';
import { addPerson, day, idOf, type Seed } from '@/prisma/seed/context';
import { ORGANISATIONS } from '@/prisma/seed/organisations';
import { PROPOSED, type Project } from '@/prisma/seed/projects';

type Moment = { number: string; opens: number; closes: number; results?: number; form?: FormDefinition };

/** The form of cohort 6 and a place for documents, as earlier calls had. */
function withDocuments(): FormDefinition {
  const form = formTemplate('cohort6');
  form.sections.push({
    id: 'documents',
    title: { fr: 'Documents', en: 'Documents' },
    help: {
      fr: 'Facultatif : ce qui aide à comprendre votre projet.',
      en: 'Optional: what helps to understand your project.',
    },
    fields: [
      {
        type: 'file',
        id: 'presentation',
        label: { fr: 'Présentation de douze pages au plus', en: 'Presentation of twelve pages at most' },
        required: false,
        types: ['pdf', 'odp', 'pptx'],
        maxBytes: 20_000_000,
        max: 2,
      },
    ],
  });
  return form;
}

const BODY = `## Qui peut répondre

Toute administration : État, opérateur, service déconcentré, autorité indépendante, collectivité, établissement de santé.

## Ce que nous regardons

- la pertinence du besoin ;
- le caractère entrepreneurial du projet ;
- l’engagement de l’administration qui accueille ;
- la transformation numérique ;
- l’ouverture des données et des codes.

Ces cinq critères ont le même poids.`;

/** A call with the form of cohort 6, open in summer or closed before its jury. */
export async function addCall(
  seed: Seed,
  { number, opens, closes, results, form: definition = formTemplate('cohort6') }: Moment,
): Promise<{ callId: string; formVersionId: string }> {
  const call = await seed.tx.call.create({
    data: {
      slug: `appel-a-projets-${number}`,
      cohortId: idOf(seed.cohorts, number),
      title: `Appel à projets de la promotion ${number}`,
      summary: 'Proposez un défi que deux ou trois EIG relèveront avec vous pendant dix mois.',
      body: BODY,
      opensAt: day(seed, opens, 8),
      closesAt: day(seed, closes, 22, 59),
      contactEmail: 'coordination@demo.invalid',
      publishedAt: day(seed, opens - 5, 9),
      resultsPublishedAt: results === undefined ? null : day(seed, results, 9),
    },
    select: { id: true },
  });
  const form = await seed.tx.formVersion.create({
    data: {
      callId: call.id,
      number: 1,
      definition: definition as object,
      publishedAt: day(seed, opens - 5, 9),
    },
    select: { id: true },
  });
  return { callId: call.id, formVersionId: form.id };
}

type Filed = {
  project: Project;
  state: 'draft' | 'submitted' | 'eligible' | 'ineligible' | 'withdrawn';
  owner: string;
  at: Date;
  reference?: string;
  /** Its administration as the directory does not know it: the team still has to place it. */
  typed?: string;
};

export async function addApplication(
  seed: Seed,
  ids: { callId: string; formVersionId: string },
  filed: Filed,
): Promise<string> {
  const { project, state, owner, at } = filed;
  const definition = formTemplate('cohort6');
  const organisation = filed.typed ?? ORGANISATIONS.find(([slug]) => slug === project.host)?.[1] ?? '';
  const answers = answersTo(definition, seed.faker, { ...project, organisation });
  if (state === 'draft') for (const field of fieldsOf(definition).slice(14)) delete answers[field.id];
  const sent = state !== 'draft';
  const application = await seed.tx.application.create({
    data: {
      ...ids,
      ownerId: owner,
      organisationId: filed.typed ? null : idOf(seed.organisations, project.host),
      title: project.title,
      organisationName: organisation,
      state,
      answers: answers as object,
      completeness: sent ? 100 : 45,
      reference: filed.reference,
      submittedAt: sent ? at : null,
      createdAt: new Date(at.getTime() - 9 * 86_400_000),
    },
    select: { id: true },
  });
  if (sent) {
    await seed.tx.submission.create({
      data: {
        applicationId: application.id,
        number: 1,
        formVersionId: ids.formVersionId,
        answers: answers as object,
        digest: createHash('sha256').update(JSON.stringify(answers)).digest('hex'),
        idempotencyKey: `demo:${application.id}`,
        receivedAt: at,
        byId: owner,
      },
    });
  }
  return application.id;
}

/** Cohort 7: closed three weeks ago, files before the jury. Cohort 8: open, closing in twelve days. */
export async function seedCalls(seed: Seed): Promise<{ closed: string; applications: string[] }> {
  const closed = await addCall(seed, { number: '7', opens: -75, closes: -21 });
  const open = await addCall(seed, { number: '8', opens: -20, closes: 12, form: withDocuments() });
  await seed.tx.callExtension.create({
    data: {
      callId: open.callId,
      byId: idOf(seed.people, 'coordinator'),
      reason: 'Plusieurs directions départementales ont reçu l’appel avec une semaine de retard.',
      before: day(seed, 5, 22, 59),
      after: day(seed, 12, 22, 59),
      createdAt: day(seed, -6, 15, 20),
    },
  });
  for (const zone of ['A', 'B', 'C'])
    await seed.tx.schoolHoliday.create({
      data: {
        zone,
        name: 'Vacances de démonstration',
        from: day(seed, 25 + 7 * 'ABC'.indexOf(zone)),
        to: day(seed, 39 + 7 * 'ABC'.indexOf(zone)),
        source: 'Dates inventées pour la démonstration',
        checkedOn: day(seed, -30),
      },
    });
  const applicant = await addPerson(seed, {
    key: 'applicant',
    name: 'Maëlle Kerdoncuff',
    demoRole: 'applicant',
    headline: 'Prépare un projet pour la promotion 8, au Département du Finistère.',
    organisation: 'departement-finistere',
  });
  const applications: string[] = [];
  for (const [index, project] of PROPOSED.entries()) {
    const owner = index === 0 ? applicant : await addPerson(seed, { organisation: project.host });
    const state = index === 16 ? 'ineligible' : index === 17 ? 'withdrawn' : 'eligible';
    const at = day(seed, -40 + index, 14, index);
    applications.push(
      await addApplication(seed, closed, {
        project,
        state,
        owner,
        at,
        reference: `P7-${String(index + 1).padStart(4, '0')}`,
      }),
    );
  }
  for (const [index, project] of PROPOSED.slice(0, 12).entries()) {
    const owner = index === 0 ? applicant : await addPerson(seed, { organisation: project.host });
    const state = index === 0 || index % 3 === 1 ? 'draft' : 'submitted';
    const title = `${project.title}, saison 2`;
    await addApplication(seed, open, {
      project: { ...project, title },
      state,
      owner,
      at: day(seed, -8, 10, index),
      reference: state === 'draft' ? undefined : `P8-${String(index + 1).padStart(4, '0')}`,
    });
  }
  return { closed: closed.callId, applications };
}
