import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir, openDatabase, prepareDatabase } from './database';
import { empty } from './migrate/migrate';
import { seedWhenEmpty } from './seed';
import { command, progress, Trouble } from './words';

// npm run db:reset [-- --yes]: empties the database and its files, migrates, loads the demo (SEED=none skips it).

await command(async () => {
  if (process.env.DATABASE_URL && !process.argv.includes('--yes'))
    throw new Trouble(
      'This deletes everything in the database of DATABASE_URL; to mean it, run: npm run db:reset -- --yes',
      'Ceci efface tout dans la base de DATABASE_URL ; pour le vouloir vraiment : npm run db:reset -- --yes',
    );
  const { url, stop } = await openDatabase();
  try {
    await empty(url);
    rmSync(join(dataDir(), 'files'), { recursive: true, force: true });
    progress('Database emptied', 'Base vidée');
    await prepareDatabase(url);
    await seedWhenEmpty(url);
  } finally {
    await stop();
  }
  return 0;
});
