import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { rehearsalMark } from '@/lib/jury/rehearsal';
import { rubricTemplate } from '@/lib/jury/templates';

/** `move` decides on the next file and says which viewers, by position, have nothing to see of it. */
export type Room = {
  stageId: string;
  cookies: string[];
  move: () => Promise<Set<number>>;
  /** Opens the stage again: the first juror's place on a file that has its reviews, and on another still to mark. */
  desk: () => Promise<{ cookie: string; sent: string; draft: string }>;
  close: () => Promise<void>;
};

/** A closed stage of `files` files × `perFile` sent reviews × 5 criteria, followed live by `viewers` of its jurors, each signed in. */
export async function fillJury(
  url: string,
  { files, perFile, viewers }: { files: number; perFile: number; viewers: number },
): Promise<Room> {
  const client = new pg.Client(url);
  await client.connect();
  const rubric = rubricTemplate('cohort6_hearing')!;
  const one = async (text: string, values: unknown[] = []) => (await client.query(text, values)).rows[0].id as string;
  const call = await one(
    `INSERT INTO call (id, slug, cohort_id, title, opens_at, closes_at, updated_at)
     SELECT gen_random_uuid(), 'bench-jury', id, 'Jury du banc', now() - interval '9 day', now() - interval '1 day', now() FROM cohort LIMIT 1 RETURNING id`,
  );
  const form = await one(
    `INSERT INTO form_version (id, call_id, number, definition, published_at, updated_at) VALUES (gen_random_uuid(), $1, 1, '{"sections":[]}', now(), now()) RETURNING id`,
    [call],
  );
  const stage = await one(
    `INSERT INTO stage (id, call_id, name, rubric, settings, closed_at, frozen_at)
     VALUES (gen_random_uuid(), $1, 'Jury', $2, '{"deliberationOpen":true}', now(), now()) RETURNING id`,
    [call, rubric],
  );
  const owner = await one(
    `INSERT INTO person (id, slug, name, updated_at) VALUES (gen_random_uuid(), 'bench-owner', 'Équipe du banc', now()) RETURNING id`,
  );
  const ids = (count: number) => Array.from({ length: count }, () => randomUUID());
  const [jurors, applications] = [ids(viewers), ids(files)];
  await client.query(
    `INSERT INTO person (id, slug, name, email, updated_at) SELECT p.id, 'bench-' || p.n, 'Jurée ' || p.n, 'juree-' || p.n || '@banc' || p.n || '.invalid', now()
     FROM unnest($1::uuid[]) WITH ORDINALITY AS p(id, n)`,
    [jurors],
  );
  await client.query(
    `INSERT INTO juror (id, call_id, person_id, state, charter_at) SELECT gen_random_uuid(), $1, p, 'accepted', now() FROM unnest($2::uuid[]) p`,
    [call, jurors],
  );
  await client.query(
    `INSERT INTO application (id, call_id, form_version_id, owner_id, title, organisation_name, reference, state, updated_at)
     SELECT a.id, $1, $2, $3, 'Projet du banc numéro ' || a.n, 'Direction interministérielle numéro ' || a.n % 40, 'BJ-' || a.n, 'eligible', now()
     FROM unnest($4::uuid[]) WITH ORDINALITY AS a(id, n)`,
    [call, form, owner, applications],
  );
  await client.query(
    `INSERT INTO conflict (id, application_id, person_id, kind, state)
     SELECT gen_random_uuid(), a.id, p.id, 'personal', 'confirmed'
     FROM unnest($1::uuid[]) WITH ORDINALITY AS a(id, n) JOIN unnest($2::uuid[]) WITH ORDINALITY AS p(id, n) ON (a.n - 1 + (p.n - 1) * 7) % 97 = 0`,
    [applications, jurors],
  );
  await fillReviews(client, stage, jurors, applications, perFile);
  await client.query('ANALYZE');
  const tokens = jurors.map(() => randomBytes(32).toString('base64url'));
  await client.query(
    `INSERT INTO session (id, session_token, person_id, expires)
     SELECT gen_random_uuid(), t.token, t.person, now() + interval '1 day' FROM unnest($1::text[], $2::uuid[]) AS t(token, person)`,
    [tokens.map((token) => createHash('sha256').update(token).digest('hex')), jurors],
  );
  let moved = 0;
  return {
    stageId: stage,
    cookies: tokens.map((token) => `cohorte.session=${token}`),
    move: async () => {
      const at = moved++ % applications.length;
      const file = applications[at];
      await client.query('BEGIN');
      await client.query(
        `UPDATE application SET state = CASE WHEN state = 'selected' THEN 'reserve' ELSE 'selected' END::"ApplicationState" WHERE id = $1`,
        [file],
      );
      await client.query(`SELECT append_event('file.decided', 'system', 'bench', 'application', $1, '{}')`, [file]);
      await client.query('COMMIT');
      return new Set(jurors.flatMap((_, n) => ((at + n * 7) % 97 === 0 ? [n] : [])));
    },
    desk: async () => {
      await client.query('UPDATE stage SET closed_at = NULL WHERE id = $1', [stage]);
      const free = `a.call_id = $1 AND NOT EXISTS (SELECT 1 FROM review_assignment ra WHERE ra.application_id = a.id AND ra.juror_id = $2)
        AND NOT EXISTS (SELECT 1 FROM conflict c WHERE c.application_id = a.id AND c.person_id = $2)`;
      const draft = await one(
        `INSERT INTO review_assignment (id, stage_id, application_id, juror_id)
         SELECT gen_random_uuid(), $3, a.id, $2 FROM application a WHERE ${free} LIMIT 1 RETURNING id`,
        [call, jurors[0], stage],
      );
      const sent = await one(
        `SELECT ra.id FROM review_assignment ra JOIN review r ON r.assignment_id = ra.id WHERE ra.juror_id = $1
           AND NOT EXISTS (SELECT 1 FROM conflict c WHERE c.application_id = ra.application_id AND c.person_id = $1) LIMIT 1`,
        [jurors[0]],
      );
      return { cookie: `cohorte.session=${tokens[0]}`, sent, draft };
    },
    close: () => client.end(),
  };
}

async function fillReviews(client: pg.Client, stage: string, jurors: string[], files: string[], perFile: number) {
  const { criteria } = rubricTemplate('cohort6_hearing')!;
  const readers = files.flatMap((file, at) =>
    Array.from({ length: perFile }, (_, n) => ({ file, juror: jurors[(at * 3 + n * 11) % jurors.length]! })),
  );
  const marks = readers.map((pair) =>
    JSON.stringify(
      Object.fromEntries(
        criteria.map(({ key, scale }) => [
          key,
          rehearsalMark({ seed: 1, severity: 0.1 }, { ...pair, criterion: key }, scale),
        ]),
      ),
    ),
  );
  await client.query(
    `WITH given AS (SELECT gen_random_uuid() AS id, g.* FROM unnest($2::uuid[], $3::uuid[], $4::jsonb[]) AS g(file, juror, marks)),
       pairs AS (INSERT INTO review_assignment (id, stage_id, application_id, juror_id) SELECT id, $1, file, juror FROM given)
     INSERT INTO review (id, assignment_id, marks, verdict, sent_at, updated_at)
     SELECT gen_random_uuid(), id, marks, 'favourable', now(), now() FROM given`,
    [stage, readers.map(({ file }) => file), readers.map(({ juror }) => juror), marks],
  );
}
