import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import yauzl from 'yauzl';
import { expectAccessible, expectNoSidewaysScroll, signInAs, sql } from './support';

const words = (fr: string, en: string) => ({ fr, en });
const FORM = {
  format: 1,
  charactersPerLine: 90,
  titleField: 'projectName',
  organisationField: 'operator',
  attestations: [],
  ineligibility: [],
  consistency: [],
  sections: [
    {
      id: 'project',
      title: words('Projet', 'Project'),
      fields: [
        { type: 'shortText', id: 'projectName', label: words('Nom du projet', 'Project name'), required: true },
        { type: 'organisation', id: 'operator', label: words('Administration porteuse', 'Operator'), required: false },
        { type: 'number', id: 'fellowCount', label: words('Nombre d’EIG', 'Fellows'), required: false, decimals: 0 },
        { type: 'longText', id: 'problem', label: words('Problème', 'Problem'), required: false },
      ],
    },
  ],
};
const PROBLEM =
  'Les gardes forestiers relèvent à pied les parcelles brûlées et recopient leurs carnets le soir ; les images satellites existent et personne ne sait les lire.';

type Call = { id: string; slug: string; mark: string; files: string[] };

/** A closed call of its own in the oldest cohort, where no other journey goes: with two files sent by two people, the first named as asked. */
async function ownCall(first?: string): Promise<Call> {
  const mark = randomUUID().slice(0, 8);
  const call = { id: randomUUID(), slug: `appel-${mark}`, mark, files: [randomUUID(), randomUUID()] };
  const form = randomUUID();
  await sql(
    `INSERT INTO call (id, slug, cohort_id, title, opens_at, closes_at, published_at, contact_email, updated_at)
     SELECT $1, $2, id, $3, now() - interval '40 days', now() - interval '10 days', now() - interval '41 days', 'appel@demo.invalid', now()
     FROM cohort ORDER BY position LIMIT 1`,
    [call.id, call.slug, `Appel ${mark}`],
  );
  await sql(
    'INSERT INTO form_version (id, call_id, number, definition, published_at, updated_at) VALUES ($1, $2, 1, $3, now(), now())',
    [form, call.id, JSON.stringify(FORM)],
  );
  for (const [index, id] of call.files.entries()) {
    const owner = randomUUID();
    const title = index === 0 ? (first ?? `Dunes anciennes ${mark}`) : `Forêts ${mark}`;
    const answers = JSON.stringify({
      projectName: title,
      fellowCount: 2,
      problem: index === 0 ? 'Autre chose.' : PROBLEM,
    });
    await sql('INSERT INTO person (id, slug, name, email, updated_at) VALUES ($1, $2, $3, $4, now())', [
      owner,
      `porteur-${index}-${mark}`,
      `Porteur ${index} ${mark}`,
      `porteur-${index}-${mark}@demo.invalid`,
    ]);
    await sql(
      `INSERT INTO application (id, reference, call_id, form_version_id, owner_id, title, state, answers, completeness, submitted_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'submitted', $7, 100, now() - interval '12 days', now())`,
      [id, `E-${mark}-${index}`, call.id, form, owner, title, answers],
    );
    await sql(
      `INSERT INTO submission (id, application_id, number, form_version_id, answers, digest, idempotency_key, received_at, by_id)
       VALUES (gen_random_uuid(), $1, 1, $2, $3, '', $1::uuid::text, now() - interval '12 days', $4)`,
      [id, form, answers, owner],
    );
  }
  return call;
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('a coordinator rewords a mail, writes to two files at once, and finds it in the log', async ({ page }) => {
  const call = await ownCall();
  const admin = `/fr/admin/calls/${call.slug}`;
  await signInAs(page, 'coordinator', `${admin}/mails`);
  await expect(heading(page)).toHaveText('Courriels de l’appel');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Accusé de réception, Français' }).click();
  await page.getByLabel('Aperçu sur un dossier').selectOption({ label: `E-${call.mark}-1 · Forêts ${call.mark}` });
  await page.getByRole('button', { name: 'Voir' }).click();
  const preview = page.getByRole('region', { name: 'Aperçu' });
  await expect(preview).toContainText(`Forêts ${call.mark}`);
  const subject = page.getByRole('textbox', { name: 'Objet', exact: true });
  await subject.fill('Bien reçu : {{titre}}');
  await page.getByRole('button', { name: 'Enregistrer ce texte' }).click();
  await expect(page.getByText('{{titre}} ne désigne rien ici').first()).toBeVisible();
  await expect(subject).toHaveValue('Bien reçu : {{titre}}');
  await subject.fill('Bien reçu : {{title}}');
  await expect(preview).toContainText(`Bien reçu : Forêts ${call.mark}`);
  await page.getByRole('button', { name: 'Enregistrer ce texte' }).click();
  await expect(page.getByText('les prochains courriels le suivront')).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${admin}/applications?q=${encodeURIComponent('Forêts')}`);
  await page.getByRole('link', { name: 'Écrire à ces dossiers' }).click();
  await expect(page.getByText('Un dossier correspond aux filtres')).toBeVisible();
  await page.goto(`${admin}/mailings/new?target=chosen`);
  await expect(page.getByText('Seul un dossier déposé dans cet appel peut recevoir ce courriel')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Objet', exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: 'Revenir aux dossiers et en cocher d’autres' }).click();
  await page.getByRole('checkbox', { name: 'Choisir tous les dossiers de la page' }).check();
  await page.locator('summary', { hasText: 'Écrire un courriel' }).click();
  await page.getByRole('button', { name: 'Écrire aux dossiers cochés' }).click();
  await expect(page.getByText('Ce courriel ira aux 2 dossiers cochés')).toBeVisible();
  await page.getByRole('textbox', { name: 'Objet', exact: true }).fill('À propos de {{reference}}');
  await page.getByRole('textbox', { name: 'Texte', exact: true }).fill('Bonjour {{name}},\nLa date du jury est fixée.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
  await expect(heading(page)).toHaveText('Relire et envoyer');
  await expect(page.getByRole('region', { name: 'Aperçu' })).toContainText(`Bonjour Porteur 0 ${call.mark},`);
  await page.getByRole('button', { name: 'Envoyer à 2 personnes' }).click();
  await expect(page.getByText('Cochez cette case pour confirmer.').first()).toBeVisible();
  await page.getByLabel('J’ai relu ce courriel').check();
  await page.getByRole('button', { name: 'Envoyer à 2 personnes' }).click();
  await expect(heading(page)).toHaveText('Courriel envoyé');
  await expectAccessible(page);
  const mails = await sql<{ to: string; subject: string }>(
    `SELECT o."to", o.subject FROM outbox_message o JOIN mailing m ON m.id::text = o.about_id WHERE m.call_id = $1 ORDER BY 1`,
    [call.id],
  );
  expect(mails.map(({ subject: said }) => said)).toEqual([
    `À propos de E-${call.mark}-0`,
    `À propos de E-${call.mark}-1`,
  ]);
  await page.goto(`/fr/admin/applications/${call.files[1]}/mails`);
  await expect(page.getByRole('row', { name: `À propos de E-${call.mark}-1` })).toContainText(`porteur-1-${call.mark}`);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('a coordinator reads the figures of a call, finds a similar project, and takes the whole call away', async ({
  page,
}) => {
  const [challenge] = await sql<{ title: string; slug: string }>(
    'SELECT title, slug FROM challenge WHERE published AND length(title) > 5 ORDER BY slug LIMIT 1',
  );
  const call = await ownCall(challenge?.title);
  const admin = `/fr/admin/calls/${call.slug}`;
  await signInAs(page, 'coordinator', `${admin}/statistics`);
  await expect(page.getByText('Sur 2 dossiers commencés, 2 déposés').first()).toBeVisible();
  await expectAccessible(page);
  const csv = await page.request.get(`${admin}/statistics/export?table=steps&format=open`);
  expect(await csv.text()).toContain('submitted,2');

  // The demo holds a project that comes back: found by its words among the challenges of another year.
  const back = await sql<{ title: string }>(
    `SELECT c.title FROM similar_project s JOIN application a ON a.id = s.application_id JOIN challenge c ON c.id = s.other_id
     WHERE s.kind = 'challenge' AND a.reference = 'P8-0030'`,
  );
  expect(back.map(({ title }) => title)).toContain('Atlas Culture');
  const similar = `/fr/admin/applications/${call.files[0]}/similar`;
  const found = page.getByRole('article').filter({ has: page.locator(`a[href$="/challenges/${challenge?.slug}"]`) });
  await expect(async () => {
    await page.goto(similar);
    await expect(found).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await expectAccessible(page);
  await found.getByRole('button', { name: /^C’est le même projet/ }).click();
  await expect(found.getByText(/Même projet, selon/)).toBeVisible();
  await page.goto(`/fr/admin/applications/${call.files[0]}`);
  await expect(page.getByRole('region', { name: 'Projets ressemblants' })).toContainText('Même projet');

  await page.goto(`${admin}/archives`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Préparer l’archive' }).click();
  const link = page.getByRole('link', { name: /^Télécharger l’archive/ });
  await expect(link).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const entries = await unzip(await readFile(await download.path()));
  const folder = `E-${call.mark}-1 Forêts ${call.mark}`;
  expect([...entries.keys()]).toEqual(
    expect.arrayContaining([`${folder}/E-${call.mark}-1.pdf`, 'index.csv', 'dossiers.json']),
  );
  expect(entries.get(`${folder}/E-${call.mark}-1.pdf`)?.subarray(0, 5).toString()).toBe('%PDF-');
  expect(entries.get('index.csv')?.toString()).toContain(`Forêts ${call.mark}`);
  const one = await page.request.get(`/fr/admin/applications/${call.files[1]}/zip`);
  expect([...(await unzip(await one.body())).keys()]).toEqual([`${folder}/E-${call.mark}-1.pdf`]);
  await page.context().clearCookies();
  await signInAs(page, 'juror');
  expect((await page.request.get(`${admin}/archives`)).status()).toBe(404);
  expect((await page.request.get(`/fr/admin/applications/${call.files[1]}/zip`)).status()).toBe(404);
});

async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(bytes);
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    found.set(entry.fileName, Buffer.concat(chunks));
  }
  return found;
}

async function bring(page: Page, call: Call, name: string, mimeType: string, text: string): Promise<void> {
  await page.goto(`/fr/admin/calls/${call.slug}/imports`);
  await page.getByLabel('Export JSON ou tableau CSV').setInputFiles({ name, mimeType, buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Lire le fichier' }).click();
}

/** More than a proxy keeps of a body. */
const NOTE = Buffer.concat([Buffer.from('%PDF-1.7 '), Buffer.alloc(12_000_000, 'x')]);
const report = (page: Page, row: string) => page.getByRole('row', { name: new RegExp(`^${row}`) });

test('a coordinator brings files from a table and from Démarches simplifiées, twice', async ({ page }) => {
  const call = await ownCall();
  await signInAs(page, 'coordinator', `/fr/admin/calls/${call.slug}/imports`);
  await expectAccessible(page);
  await bring(page, call, 'coupe.json', 'application/json', '{"data": {"demarche":');
  await expect(page.getByRole('alert').filter({ hasText: 'Ce JSON est mal formé' })).toBeVisible();

  const table = `Numéro interne;Courriel;Nom du projet;Nombre d’EIG;Couleur\r\nX1;porteur-0-${call.mark}@demo.invalid;Rivières ${call.mark};2;bleu\r\nX2;;Ponts ${call.mark};plusieurs;\r\n`;
  await bring(page, call, 'dossiers.csv', 'text/csv', table);
  await expect(page.getByRole('heading', { name: 'Faire correspondre les questions' })).toBeVisible();
  await expect(page.getByLabel('Nom du projet')).toHaveValue('projectName');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Vérifier ce que cela donnerait' }).click();
  await expect(page.getByText('Dites quelle colonne porte le numéro du dossier').first()).toBeVisible();
  await page.getByLabel('Numéro interne').selectOption('@key');
  await page.getByRole('button', { name: 'Vérifier ce que cela donnerait' }).click();
  await expect(report(page, 'créés')).toContainText('2');
  await expect(report(page, 'X2').filter({ hasText: 'plusieurs' })).toContainText('ce n’est pas un nombre');
  await expectAccessible(page);
  expect(await sql('SELECT 1 FROM application WHERE call_id = $1 AND title LIKE $2', [call.id, 'Rivières%'])).toEqual(
    [],
  );
  await page.getByRole('button', { name: 'Appliquer la reprise' }).click();
  await expect(page.getByRole('heading', { name: 'Ce que la reprise a donné' })).toBeVisible();
  const [file] = await sql<{ id: string }>('SELECT id::text FROM application WHERE call_id = $1 AND title = $2', [
    call.id,
    `Rivières ${call.mark}`,
  ]);
  await page.goto(`/fr/admin/applications/${file?.id}`);
  await expect(page.getByRole('region', { name: 'Venu d’ailleurs' })).toContainText(
    'Dossier X1, repris de Tableau CSV',
  );

  await bring(page, call, 'dossiers.csv', 'text/csv', table);
  await expect(page.getByText('celles de la dernière fois')).toBeVisible();
  await page.getByRole('button', { name: 'Vérifier ce que cela donnerait' }).click();
  await expect(report(page, 'inchangés')).toContainText('2');
  await expect(report(page, 'créés')).toContainText('0');
  await page.getByRole('button', { name: 'Appliquer la reprise' }).click();
  await expect(page.getByRole('heading', { name: 'Ce que la reprise a donné' })).toBeVisible();

  const champs = [
    { id: btoa('Champ-1'), __typename: 'TextChamp', label: 'Nom du projet', stringValue: `Dunes ${call.mark}` },
    { id: btoa('Champ-2'), __typename: 'TextChamp', label: 'Motivation', stringValue: 'Grande' },
  ];
  const dossier = {
    number: 314,
    state: 'accepte',
    motivation: 'Solide',
    dateDepot: '2022-03-10T10:00:00+01:00',
    usager: { email: `ds-${call.mark}@demo.invalid` },
    champs: [
      ...champs,
      {
        ...{ id: btoa('Champ-3'), __typename: 'PieceJustificativeChamp', label: 'Pièce' },
        files: [{ filename: 'note.pdf', byteSize: String(NOTE.length), url: 'https://demo.invalid/1', checksum: '' }],
      },
    ],
  };
  const demarche = JSON.stringify({ data: { demarche: { number: 77, title: 'EIG', dossiers: { nodes: [dossier] } } } });
  for (const [created, unchanged] of [
    ['1', '0'],
    ['0', '1'],
  ] as const) {
    await bring(page, call, 'demarche.json', 'application/json', demarche);
    await page.getByRole('button', { name: 'Vérifier ce que cela donnerait' }).click();
    await expect(report(page, 'créés')).toContainText(created);
    await expect(report(page, 'inchangés')).toContainText(unchanged);
    await page.getByRole('button', { name: 'Appliquer la reprise' }).click();
    await expect(page.getByRole('heading', { name: 'Ce que la reprise a donné' })).toBeVisible();
  }
  await page.getByLabel('Une archive ZIP, ou des fichiers').setInputFiles([
    { name: 'note.pdf', mimeType: 'application/pdf', buffer: NOTE },
    { name: 'autre.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 z') },
  ]);
  await page.getByRole('button', { name: 'Joindre aux dossiers' }).click();
  await expect(page.getByText('Une pièce a été jointe à son dossier')).toBeVisible();
  await expect(page.getByText('Toutes les pièces nommées dans l’export sont jointes')).toBeVisible();
  await page.locator('summary', { hasText: 'Le fichier laissé de côté' }).click();
  await expect(page.getByRole('row', { name: /autre\.pdf/ })).toContainText('aucun dossier n’attend ce fichier');
  await expectAccessible(page);
  const [dunes] = await sql<{ state: string; count: string }>(
    'SELECT min(state::text) AS state, count(*)::text AS count FROM application WHERE call_id = $1 AND title = $2',
    [call.id, `Dunes ${call.mark}`],
  );
  expect(dunes).toEqual({ state: 'eligible', count: '1' });
});
