import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

/** Brings the open call of the demo to `count` more submitted files, each with its full answers, by copying those of the demo. */
export async function fillApplications(
  url: string,
  count: number,
): Promise<{ callSlug: string; applicationId: string }> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; slug: string }>(
      'SELECT c.id, c.slug FROM call c ORDER BY c.closes_at DESC LIMIT 1',
    );
    const call = rows[0];
    if (!call) throw new Error('the demo has no call');
    const columns = await client.query<{ column_name: string }>(
      `SELECT column_name FROM information_schema.columns WHERE table_name = 'application' AND is_generated = 'NEVER'
       AND column_name NOT IN ('id', 'call_id', 'reference', 'title', 'state', 'submitted_at')`,
    );
    const copied = columns.rows.map(({ column_name }) => `"${column_name}"`).join(', ');
    await client.query(
      `INSERT INTO application (id, call_id, reference, title, state, submitted_at, ${copied})
       SELECT gen_random_uuid(), $1, 'B-' || n, s.title || ' ' || n, 'submitted', now() - n * interval '1 minute', ${copied}
       FROM generate_series((SELECT count(*)::int + 1 FROM application WHERE reference LIKE 'B-%'), $2::int) n
       JOIN LATERAL (SELECT * FROM application WHERE state <> 'draft' ORDER BY id OFFSET n % 18 LIMIT 1) s ON true`,
      [call.id, count],
    );
    await client.query('VACUUM ANALYZE'); // As autovacuum would have done: it is off in a database that is thrown away.
    const detail = await client.query<{ id: string }>("SELECT id FROM application WHERE reference = 'B-500'");
    return { callSlug: call.slug, applicationId: detail.rows[0]?.id ?? '' };
  } finally {
    await client.end();
  }
}

/** A session of the demo's coordinator: the cookie to send. */
export async function coordinatorCookie(url: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const token = randomBytes(32).toString('base64url');
    await client.query(
      `INSERT INTO session (id, session_token, person_id, expires)
       SELECT $1, $2, id, now() + interval '1 day' FROM person WHERE extra->>'demoRole' = 'coordinator' LIMIT 1`,
      [randomUUID(), createHash('sha256').update(token).digest('hex')],
    );
    return `cohorte.session=${token}`;
  } finally {
    await client.end();
  }
}

/** Statements a page sends: transactions committed while it is asked for `times` times, read from the server's statistics. */
export async function queriesPerRequest(url: string, ask: () => Promise<unknown>, times = 30): Promise<number> {
  const name = new URL(url).pathname.slice(1);
  const server = new URL(url);
  server.pathname = '/postgres';
  const client = new pg.Client(server.href);
  await client.connect();
  const committed = async () => {
    // Back ends hand their counts on when they end: those of the application are ended, and it connects again.
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    await new Promise((done) => setTimeout(done, 1_000));
    const { rows } = await client.query<{ n: string }>(
      'SELECT xact_commit + xact_rollback AS n FROM pg_stat_database WHERE datname = $1',
      [name],
    );
    return Number(rows[0]?.n);
  };
  try {
    const before = await committed();
    for (let time = 0; time < times; time++) await ask();
    return Math.round(((await committed()) - before) / times);
  } finally {
    await client.end();
  }
}
