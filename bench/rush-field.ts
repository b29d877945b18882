import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Answers } from '@/lib/calls/answers';
import { type FormDefinition, formDefinition } from '@/lib/calls/form';
import { formTemplate } from '@/lib/calls/templates';
import { answersTo } from '@/prisma/factories/applications';
import { faker } from '@/prisma/factories/people';

/** The question that the rush writes into, and the one that takes its file. */
export const WRITTEN = 'pitch';
export const ATTACHED = 'slides';

export type Draft = { id: string; cookie: string; written: string };
export type Field = { callId: string; drafts: Draft[] };

/** The full form of cohort 6, with the slides that cohorts 3 to 5 asked for. */
function rushForm(): FormDefinition {
  const form = structuredClone(formTemplate('cohort6'));
  form.sections[0]?.fields.push({
    id: ATTACHED,
    type: 'file',
    label: { fr: 'Présentation', en: 'Slides' },
    types: ['pdf'],
    maxBytes: 10_000_000,
    max: 1,
  } as never);
  return formDefinition.parse(form);
}

/** A published call that closes then, and `count` people each with a complete draft but for its file, signed in. */
export async function makeField(
  url: string,
  slug: string,
  count: number,
  closesAt: Date,
  grace: number,
): Promise<Field> {
  const form = rushForm();
  const answers: Answers = answersTo(form, faker, {
    title: 'Rush',
    tagline: 'Le dernier soir d’un appel',
    problem: 'Tous les dossiers arrivent dans la dernière heure.',
    town: ['Brest', '29200'],
    organisation: 'Service des phares',
    skills: ['dev', 'design'],
  });
  for (const attestation of form.attestations ?? []) delete answers[attestation.id];
  const client = new pg.Client(url);
  await client.connect();
  try {
    const [cohort, call, version] = [randomUUID(), randomUUID(), randomUUID()];
    await client.query(
      `INSERT INTO cohort (id, number, name, slug, position, year, colour, published, updated_at) VALUES ($1, $2, $2, $2, 900 + (SELECT count(*) FROM cohort), 2030, 1, false, now())`,
      [cohort, slug],
    );
    await client.query(
      `INSERT INTO call (id, slug, cohort_id, title, opens_at, closes_at, published_at, grace_seconds, updated_at)
       VALUES ($1, $2, $3, $2, now() - interval '10 days', $4, now() - interval '10 days', $5, now())`,
      [call, slug, cohort, closesAt, grace],
    );
    await client.query(
      'INSERT INTO form_version (id, call_id, number, definition, published_at, updated_at) VALUES ($1, $2, 1, $3, now(), now())',
      [version, call, JSON.stringify(form)],
    );
    const people = Array.from({ length: count }, () => ({
      person: randomUUID(),
      id: randomUUID(),
      token: randomBytes(32).toString('base64url'),
    }));
    const texts = (pick: (one: (typeof people)[number]) => string) => people.map(pick);
    await client.query(
      `INSERT INTO person (id, slug, name, email, updated_at)
       SELECT p, $2 || '-' || n, 'Personne ' || n, $2 || '-' || n || '@exemple.invalid', now() FROM unnest($1::uuid[]) WITH ORDINALITY AS t(p, n)`,
      [texts((one) => one.person), slug],
    );
    await client.query(
      `INSERT INTO session (id, session_token, person_id, expires)
       SELECT gen_random_uuid(), s, p, now() + interval '1 day' FROM unnest($1::text[], $2::uuid[]) AS t(s, p)`,
      [texts((one) => createHash('sha256').update(one.token).digest('hex')), texts((one) => one.person)],
    );
    await client.query(
      `INSERT INTO application (id, call_id, form_version_id, owner_id, title, answers, opened, updated_at)
       SELECT a, $3, $4, p, 'Rush', $5::jsonb, $6::text[], now() FROM unnest($1::uuid[], $2::uuid[]) AS t(a, p)`,
      [
        texts((one) => one.id),
        texts((one) => one.person),
        call,
        version,
        JSON.stringify(answers),
        form.sections.map(({ id }) => id),
      ],
    );
    const drafts = people.map(({ id, token }) => ({
      id,
      cookie: `cohorte.session=${token}`,
      written: String(answers[WRITTEN] ?? ''),
    }));
    return { callId: call, drafts };
  } finally {
    await client.end();
  }
}
