import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

// Prisma's schema engine compiled to WebAssembly: the same on every machine, with nothing to download at first use.

const CHAR = 18; // the catalogues' "char" type, which the adapter refuses
const TEXT = 25;

export type Connection = {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  ssl?: boolean;
};

/** As fields, because a connection string would override the shadow database's name. */
export function connectionOf(url: string): Connection {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const ssl = ['require', 'verify-ca', 'verify-full'].includes(searchParams.get('sslmode') ?? '');
  return {
    host: searchParams.get('host') ?? hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    ...(ssl && { ssl }),
  };
}

/** The driver adapter, with the three corrections the schema engine needs to describe a live database. */
async function adapt(connection: Connection, afterwards?: () => Promise<void>): Promise<SqlDriverAdapter> {
  let disposed = false;
  const pool = new pg.Pool({ ...connection, max: 2 });
  const charColumns = new WeakMap<object, number[]>();
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryArrayResult>;
  const asText = async (...args: unknown[]) => {
    const result = await query(...args);
    const fields = result.fields ?? [];
    charColumns.set(
      result.rows ?? [],
      fields.flatMap(({ dataTypeID }, index) => (dataTypeID === CHAR ? [index] : [])),
    );
    for (const field of fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
    return result;
  };
  const adapter = await new PrismaPg(Object.assign(pool, { query: asText }), { disposeExternalPool: true }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  const dispose = adapter.dispose.bind(adapter);
  return Object.assign(adapter, {
    queryRaw: async (sql: SqlQuery) => {
      const set = await queryRaw(sql);
      for (const index of charColumns.get(set.rows) ?? []) set.columnTypes[index] = ColumnTypeEnum.Character;
      return set;
    },
    // The adapter cuts scripts at every semicolon, function bodies included; the server parses them itself.
    executeScript: async (script: string) => {
      await query(script);
    },
    dispose: async () => {
      if (disposed) return;
      disposed = true;
      await dispose();
      await afterwards?.();
    },
  });
}

type Opened = { adapters: SqlDriverAdapter[] };

function factory(connection: Connection, opened: Opened): SqlMigrationAwareDriverAdapterFactory {
  const keep = async (adapter: Promise<SqlDriverAdapter>) => {
    opened.adapters.push(await adapter);
    return adapter;
  };
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => keep(adapt(connection)),
    connectToShadowDb: async () => {
      const database = `cohorte_shadow_${crypto.randomUUID().replaceAll('-', '')}`;
      await statement(connection, `CREATE DATABASE "${database}" TEMPLATE template0`);
      const drop = () => statement(connection, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      return keep(adapt({ ...connection, database }, drop));
    },
  };
}

async function statement(connection: Connection, sql: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

let loaded: Promise<void> | undefined;

function load(): Promise<void> {
  loaded ??= (async () => {
    Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => console.error(text) } });
    const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
    const source = await readFile(join(folder, 'schema_engine_bg.wasm'));
    const { instance } = await WebAssembly.instantiate(source, { './schema_engine_bg.js': { ...bindings } as never });
    const { __wbg_set_wasm } = bindings as unknown as { __wbg_set_wasm: (exports: unknown) => void };
    __wbg_set_wasm(instance.exports);
    (instance.exports as { __wbindgen_start: () => void }).__wbindgen_start();
  })();
  return loaded;
}

/** Gives the engine, connected to that database, to `work`; what the database refused comes back as its own error. */
export async function withEngine<T>(
  url: string,
  datamodels: [path: string, content: string][],
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await load();
  const opened: Opened = { adapters: [] };
  const bound = bindMigrationAwareSqlAdapterFactory(factory(connectionOf(url), opened));
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, bound);
  try {
    return await work(engine as unknown as SchemaEngine);
  } catch (error) {
    const id = String(error).match(/External error id#(\d+)/)?.[1];
    throw (id && bound.errorRegistry.consumeError(Number(id))?.error) || error;
  } finally {
    engine.free();
    for (const adapter of opened.adapters) await adapter.dispose();
  }
}
