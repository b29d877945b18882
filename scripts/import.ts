import { resolve } from 'node:path';
import { systemClock } from '@/lib/clock';
import { disconnect } from '@/lib/db';
import { importSite } from '@/lib/exchange/commands/import-site';
import { type Report, total } from '@/lib/exchange/report';
import { system } from '@/lib/viewer';
import { withDatabase } from './database';
import { command, Trouble, words } from './words';

// npm run import -- FOLDER [--dry-run] [--json] [--skip-malformed]: reads one of the programme's sites (a folder, or a
// zip of it) into the database that npm start uses. With --json, the last thing on stdout is the report.

const REFUSALS: Record<string, [string, string]> = {
  not_a_folder: ['This is not a folder', 'Ce n’est pas un dossier'],
  unknown_dialect: [
    'No site of the programme was recognised in this folder',
    'Aucun site du programme n’a été reconnu dans ce dossier',
  ],
  several_sites: [
    'This folder holds several sites: import them one at a time',
    'Ce dossier contient plusieurs sites : importez-les un par un',
  ],
  empty_site: ['This site holds no challenge and no person', 'Ce site ne contient ni défi ni personne'],
  malformed_yaml: [
    'Some YAML cannot be read: correct it, or add --skip-malformed to go without these files',
    'Du YAML est illisible : corrigez-le, ou ajoutez --skip-malformed pour vous passer de ces fichiers',
  ],
  path_outside: ['A link or a path leads outside of the folder', 'Un lien ou un chemin mène hors du dossier'],
  too_large: [
    'The site is too large: 100 MB at most, of which 30 MB of text',
    'Le site est trop lourd : 100 Mo au plus, dont 30 Mo de texte',
  ],
  file_too_large: ['A page or a data file is larger than 4 MB', 'Une page ou un fichier de données dépasse 4 Mo'],
  too_many_files: ['The folder holds too many files or levels', 'Le dossier contient trop de fichiers ou de niveaux'],
  not_text: ['A page is not text', 'Une page n’est pas du texte'],
  not_an_archive: ['This archive cannot be read', 'Cette archive est illisible'],
  encrypted: ['This archive is encrypted', 'Cette archive est chiffrée'],
  bomb: ['This archive swells beyond measure', 'Cette archive enfle démesurément'],
  forbidden: ['Not allowed', 'Non autorisé'],
};

await command(async () => {
  const args = process.argv.slice(2);
  const [folder] = args.filter((arg) => !arg.startsWith('--'));
  const asked = (flag: string) => args.includes(flag);
  if (!folder)
    throw new Trouble(
      'Which folder? npm run import -- FOLDER [--dry-run] [--json]',
      'Quel dossier ? npm run import -- DOSSIER [--dry-run] [--json]',
    );
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), folder);
  return withDatabase(async () => {
    try {
      const options = { dryRun: asked('--dry-run'), skipMalformed: asked('--skip-malformed'), clock: systemClock };
      const result = await importSite(system('import'), path, options);
      if (!result.ok) {
        const [english, french] = REFUSALS[result.reason] ?? [result.reason, result.reason];
        const detail = result.detail?.detail ? ` (${result.detail.detail})` : '';
        console.error(words(`${english}${detail}. Nothing was imported.`, `${french}${detail}. Rien n’a été importé.`));
        if (asked('--json')) console.log(JSON.stringify({ refused: { reason: result.reason, ...result.detail } }));
        return 1;
      }
      if (asked('--json')) console.log(JSON.stringify(result.value.report));
      else tell(result.value.report, options.dryRun);
      return 0;
    } finally {
      await disconnect();
    }
  });
});

function tell(report: Report, dryRun: boolean): void {
  const line = (english: string, french: string, counts: Report['people']) =>
    console.log(
      words(
        `${english}: ${counts.created} created, ${counts.updated} updated, ${counts.unchanged} unchanged`,
        `${french} : ${counts.created} créés, ${counts.updated} mis à jour, ${counts.unchanged} inchangés`,
      ),
    );
  console.log(words(`Dialect: ${report.dialect}`, `Dialecte : ${report.dialect}`));
  line('Cohorts', 'Promotions', report.cohorts);
  line('Challenges', 'Défis', report.challenges);
  line('People', 'Personnes', report.people);
  line('Organisations', 'Administrations', report.organisations);
  line('Roles', 'Rôles', report.roles);
  for (const { file, field, value, reason } of report.issues)
    console.log(`  ${reason} · ${file} · ${field} · ${value}`);
  console.log(words(`${report.issues.length} issues to look at`, `${report.issues.length} points à regarder`));
  const writes = total(report, 'created') + total(report, 'updated');
  if (dryRun)
    console.log(
      words(
        `Dry run: nothing was written (${writes} rows would be)`,
        `Essai : rien n’a été écrit (${writes} lignes le seraient)`,
      ),
    );
}
