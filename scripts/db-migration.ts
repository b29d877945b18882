import { relative } from 'node:path';
import { writeMigration } from './migrate/history';
import { missingMigration } from './migrate/migrate';
import { startThrowAway } from './postgres/embedded';
import { command, Trouble, words } from './words';

// npm run db:migration -- NAME: writes prisma/migrations/…_NAME/migration.sql, from the migrations so far to prisma/schema.
// It is not applied yet: functions, triggers and data moves can be added by hand before the next start applies it.

await command(async () => {
  const name = process.argv.slice(2).join(' ').trim();
  if (!/[a-z0-9]/i.test(name))
    throw new Trouble(
      'Name the migration: npm run db:migration -- what_changes',
      'Donnez un nom à la migration : npm run db:migration -- ce_qui_change',
    );
  const { url, stop } = await startThrowAway();
  try {
    const sql = await missingMigration(url);
    const file = writeMigration(
      name,
      sql ?? '-- The schema has not changed: write the SQL of this migration here.\n',
      new Date(),
    );
    console.log(words(`Written: ${relative('.', file)}`, `Écrite : ${relative('.', file)}`));
    if (!sql)
      console.log(
        words(
          'The schema has not changed: the file awaits your SQL.',
          'Le schéma n’a pas changé : le fichier attend votre SQL.',
        ),
      );
    console.log(
      words(
        'Read it, complete it; the next start applies it.',
        'Relisez-la, complétez-la ; le prochain démarrage l’applique.',
      ),
    );
  } finally {
    await stop();
  }
  return 0;
});
