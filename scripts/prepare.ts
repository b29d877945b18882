import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateClient } from './client';
import { dataDir, openDatabase, prepareDatabase } from './database';
import type { Database } from './postgres/embedded';
import { secrets } from './secrets';
import { holdsDemo, seedWhenEmpty } from './seed';
import { explain, progress } from './words';

export type Prepared = { database: Database; env: Record<string, string>; logs: string };

/** Everything the application needs before it is built or served: client, database, demo, secrets. */
export async function prepare(): Promise<Prepared> {
  const folder = dataDir();
  const logs = join(folder, 'logs');
  try {
    mkdirSync(logs, { recursive: true });
  } catch (error) {
    throw explain(error, folder);
  }
  const kept = secrets(folder);
  if (generateClient()) progress('Database client generated', 'Client de la base généré');
  progress(
    process.env.DATABASE_URL ? 'Connecting to the database of DATABASE_URL…' : 'Starting the database…',
    process.env.DATABASE_URL ? 'Connexion à la base de DATABASE_URL…' : 'Démarrage de la base de données…',
  );
  const database = await openDatabase();
  try {
    await prepareDatabase(database.url);
    await seedWhenEmpty(database.url);
    const demo = process.env.COHORTE_DEMO ?? ((await holdsDemo(database.url)) ? '1' : '0');
    return { database, logs, env: { ...kept, DATABASE_URL: database.url, DATA_DIR: folder, COHORTE_DEMO: demo } };
  } catch (error) {
    await database.stop();
    throw explain(error, folder);
  }
}
