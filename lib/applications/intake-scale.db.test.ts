import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IntakeFilters } from '@/lib/applications/intake-filters';
import { filesFound, intakeFound, intakeRows, intakeValues } from '@/lib/applications/queries/intake';
import { db, disconnect, rows } from '@/lib/db';
import { makeCall } from '@/prisma/factories/calls';
import { makeSentFile } from '@/prisma/factories/files';
import { makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const FILES = 10_000;
let viewer: Awaited<ReturnType<typeof makeViewer>>;
let callId = '';

/** Ten thousand files of one call, with short answers: what matters here is how they are looked for. */
beforeAll(async () => {
  viewer = await makeViewer(db, 'coordinator');
  const call = await makeCall(db);
  callId = call.id;
  const { id } = await makeSentFile(db, call, viewer.id);
  await rows(
    `INSERT INTO application (id, reference, call_id, form_version_id, owner_id, title, organisation_name, state, submitted_at, updated_at)
     SELECT gen_random_uuid(), 'X-' || n, call_id, form_version_id, owner_id, 'Projet ' || n, 'Direction ' || n % 97, 'submitted', submitted_at + n * interval '1 second', now()
     FROM application, generate_series(2, $2::int) n WHERE id = $1::uuid`,
    [id, FILES],
  );
  await rows(
    `INSERT INTO submission (id, application_id, number, form_version_id, answers, digest, idempotency_key, received_at, by_id)
     SELECT gen_random_uuid(), a.id, 1, a.form_version_id, jsonb_build_object('projectName', a.title, 'motivation', CASE WHEN a.reference LIKE '%777' THEN 'échouages' ELSE 'rien' END), 'd', a.id::text, a.submitted_at, a.owner_id
     FROM application a WHERE a.reference LIKE 'X-%'`,
  );
  await rows('ANALYZE application, submission');
}, 120_000);

const planOf = async (filters: object) => {
  const values = intakeValues(callId, IntakeFilters.parse(filters));
  const sql = `EXPLAIN SELECT a.id FROM application a WHERE ${intakeFound} ORDER BY a.submitted_at DESC NULLS LAST, a.id LIMIT 50`;
  return (await rows<{ 'QUERY PLAN': string }>(sql, values)).map((line) => line['QUERY PLAN']).join('\n');
};

describe('ten thousand files', () => {
  it('are searched through the indexes of words: nothing reads every answer', async () => {
    const plan = await planOf({ q: 'echouage' });
    expect(plan).toContain('submission_words');
    expect(plan).toContain('application_words');
    expect(plan).not.toContain('Seq Scan on submission');
    const filters = IntakeFilters.parse({ q: 'echouage' });
    expect((await intakeRows(viewer, callId, filters)).map(({ reference }) => reference)).toContain('X-9777');
    expect(await filesFound(viewer, callId, filters)).toBe(10);
  });

  it('are read fifty at a time, and what dresses a row is asked of those fifty alone', async () => {
    const first = await intakeRows(viewer, callId, IntakeFilters.parse({}));
    const last = await intakeRows(viewer, callId, IntakeFilters.parse({ page: FILES / 50 }));
    expect([first.length, last.length, first[0]?.reference]).toEqual([50, 50, `X-${FILES}`]);
  });
});
