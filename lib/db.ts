import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from '@/lib/env';
import { type Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import { isRefusal } from '@/lib/result';

export type Tx = Prisma.TransactionClient;
export type { Prisma } from '@/lib/generated/prisma/client';

type Connections = { pool: pg.Pool; client: PrismaClient };
const kept = globalThis as unknown as { cohorteDb?: Connections };

function connect(): Connections {
  if (!kept.cohorteDb) {
    const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: Number(process.env.DATABASE_POOL ?? 10) });
    pool.on('error', () => {}); // An idle connection that the server closed: the next query reconnects or says why.
    // Named statements are parsed and planned once per connection: most of the driver's cost on small reads.
    const adapter = new PrismaPg(pool, { statementNameGenerator: (query) => statementName(query.sql) });
    kept.cohorteDb = { pool, client: new PrismaClient({ adapter }) };
  }
  return kept.cohorteDb;
}

const names = new Map<string, string>();
/** Made of the text itself: a connection refuses a name it knows for another text, and the copies that bundling makes of this file share connections. */
function statementName(text: string): string {
  let name = names.get(text);
  if (!name) {
    if (names.size > 2_000) names.clear();
    name = createHash('sha256').update(text).digest('base64url');
    names.set(text, name);
  }
  return name;
}

/** The Prisma client; connects at first use. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, key) => Reflect.get(connect().client, key),
});

/** Runs hot reads as plain SQL: `rows<Row>('SELECT … WHERE id = $1', [id])`. Never interpolate values. */
export async function rows<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const result = await connect().pool.query<Row>({ text, values, name: `r${statementName(text)}` });
  return result.rows;
}

/** Carries a refusal out of a transaction so that PostgreSQL rolls it back. */
class Refused<T> extends Error {
  constructor(readonly answer: T) {
    super('refused');
  }
}

/**
 * One transaction: everything inside commits or nothing does. A refusal answered from inside undoes what was written
 * before it, as an error does; what must stay all the same (an attempt to count) is written outside.
 */
export async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const whole = async (tx: Tx) => {
    const answer = await work(tx);
    if (isRefusal(answer)) throw new Refused(answer);
    return answer;
  };
  try {
    return await connect().client.$transaction(whole, { maxWait: 10_000, timeout: 30_000 });
  } catch (error) {
    if (error instanceof Refused) return error.answer as T;
    throw error;
  }
}

export async function disconnect(): Promise<void> {
  const open = kept.cohorteDb;
  kept.cohorteDb = undefined;
  await open?.client.$disconnect();
  if (open && !open.pool.ended) await open.pool.end();
}

/** For tests of query counts: how many statements `work` sent to PostgreSQL (BEGIN and COMMIT included). */
export async function countingQueries<T>(work: () => Promise<T>): Promise<{ value: T; queries: number }> {
  const original = pg.Client.prototype.query;
  let queries = 0;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    queries++;
    return (original as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof original;
  try {
    return { value: await work(), queries };
  } finally {
    pg.Client.prototype.query = original;
  }
}
