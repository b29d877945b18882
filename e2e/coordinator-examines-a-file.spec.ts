import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, type Request, test } from '@playwright/test';
import { applicantSight, differences } from './applicant-sight';
import { expectAccessible, expectNoSidewaysScroll, signInAs, signInByMail, sql } from './support';

const KEY = Date.now().toString(36);
const CALL = `examen-${KEY}`;
const TITLE = `Registre des marées ${KEY}`;
const APPLICANT = `depot-${KEY}@demo.invalid`;

/** A call that closed yesterday and one complete file in it, of someone with an address: nobody else's journey touches them. */
async function prepare(): Promise<string> {
  const [call] = await sql<{ id: string }>(
    `INSERT INTO call (id, slug, cohort_id, title, opens_at, closes_at, contact_email, published_at, updated_at)
     SELECT gen_random_uuid(), $1, cohort_id, 'Appel à examiner', now() - interval '30 days', now() - interval '1 day', contact_email, now() - interval '31 days', now()
     FROM call WHERE slug = 'appel-a-projets-8' RETURNING id::text`,
    [CALL],
  );
  await sql(
    `INSERT INTO form_version (id, call_id, number, definition, published_at, updated_at)
     SELECT gen_random_uuid(), $1::uuid, 1, f.definition, now(), now() FROM form_version f JOIN call c ON c.id = f.call_id
     WHERE c.slug = 'appel-a-projets-8' AND f.published_at IS NOT NULL LIMIT 1`,
    [call?.id],
  );
  await sql(
    `INSERT INTO person (id, slug, name, email, updated_at) VALUES (gen_random_uuid(), $1, 'Solenn Le Berre', $2, now())`,
    [`solenn-${KEY}`, APPLICANT],
  );
  const [file] = await sql<{ id: string }>(
    `INSERT INTO application (id, reference, call_id, form_version_id, owner_id, title, organisation_name, state, answers, completeness, submitted_at, updated_at)
     SELECT gen_random_uuid(), $1, f.call_id, f.id, p.id, $2, a.organisation_name, 'submitted',
       a.answers || jsonb_build_object('projectName', $2::text, 'problem', 'Les échouages ne sont comptés par personne.'), 100, now() - interval '2 days', now()
     FROM form_version f, person p, application a JOIN call seven ON seven.id = a.call_id
     WHERE f.call_id = $3::uuid AND p.email = $4 AND seven.slug = 'appel-a-projets-7' AND a.state = 'eligible' LIMIT 1 RETURNING id::text`,
    [`E-${KEY}`, TITLE, call?.id, APPLICANT],
  );
  await sql(
    `INSERT INTO submission (id, application_id, number, form_version_id, answers, digest, idempotency_key, received_at, by_id)
     SELECT gen_random_uuid(), id, 1, form_version_id, answers, 'essai', id::text, submitted_at, owner_id FROM application WHERE id = $1::uuid`,
    [file?.id],
  );
  return file?.id ?? '';
}

const open = (page: Page, summary: string) => page.locator('summary', { hasText: summary }).click();
const state = (page: Page) => page.locator('#standing .status').first();

async function markAll(page: Page, mark: string) {
  for (const criterion of ['Pertinence du besoin', 'Engagement de l’administration', 'Faisable en dix mois'])
    await page.getByRole('group', { name: criterion }).getByLabel(mark, { exact: true }).check();
}

function pdf(name: string, size: number): string {
  const file = join(mkdtempSync(join(tmpdir(), 'cohorte-e2e-')), name);
  writeFileSync(file, Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 9, 'x')]));
  return file;
}
async function send(page: Page, label: string, file: string) {
  await page.getByLabel(label, { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Envoyer le fichier' }).click();
}

/** Sends a file over a line that breaks, then goes on after a reload, without sending again what arrived. */
async function sendsOverABrokenLine(page: Page, label: string, again: () => Promise<void>) {
  const plan = pdf('plan.pdf', 2_500_000);
  let pieces = 0;
  await page.route('**/uploads/*', (route) =>
    route.request().method() === 'PATCH' && ++pieces > 1 ? route.abort() : route.continue(),
  );
  await send(page, label, plan);
  await expect(page.locator('.upload-progress')).toContainText('40 %');
  await page.reload();
  await page.unroute('**/uploads/*');
  await expect(page.getByText(/plan\.pdf.+s’est arrêté à 40/)).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  const offsets: string[] = [];
  const note = (request: Request) => {
    if (request.method() === 'PATCH') offsets.push(request.headers()['upload-offset'] ?? '');
  };
  page.on('request', note);
  await again();
  await send(page, label, plan);
  await expect(page.getByRole('link', { name: 'plan.pdf' })).toBeVisible();
  page.off('request', note);
  expect(offsets).toEqual(['1000000', '2000000']);
}

/** The same page without scripts. */
async function withoutScripts(page: Page, look: (plain: Page) => Promise<void>) {
  const storageState = await page.context().storageState();
  const context = await page.context().browser()?.newContext({ javaScriptEnabled: false, storageState });
  if (!context) throw new Error('no browser');
  const plain = await context.newPage();
  await plain.goto(page.url());
  await look(plain);
  await context.close();
}

/** A file for a correction; what is typed beside it stays. Then one without scripts. */
async function sendsAFile(page: Page, problem: Locator) {
  const typed = 'Tapé pendant l’envoi.';
  await sendsOverABrokenLine(page, 'Choisir un fichier', () => problem.fill(typed));
  await expect(problem).toHaveValue(typed);
  await withoutScripts(page, async (plain) => {
    await send(plain, 'Choisir un fichier', pdf('sans-script.pdf', 20_000));
    await expect(plain.getByRole('link', { name: 'sans-script.pdf' })).toBeVisible();
    await expect(plain.getByText('Enregistré. L’équipe ne voit rien avant l’envoi.')).toBeVisible();
  });
}

/** A file with a message, and its words as they last stood. Then one without scripts. */
async function writesWithAFile(page: Page) {
  await open(page, 'Envoyer un fichier');
  const words = page.getByLabel('Quelques mots (facultatif)');
  await words.fill('Le plan');
  await sendsOverABrokenLine(page, 'Fichier', () => words.fill('Le plan, relu.'));
  await expect(page.getByText('Le plan, relu.')).toBeVisible();
  await expect(page.getByText('Fichier envoyé')).toBeVisible();
  await expect(words).toHaveValue('');
  await withoutScripts(page, async (plain) => {
    await open(plain, 'Envoyer un fichier');
    await send(plain, 'Fichier', pdf('message.pdf', 20_000));
    await expect(plain.getByText('Le fichier est envoyé.')).toBeVisible();
    await expect(plain.getByRole('link', { name: 'message.pdf' })).toBeVisible();
  });
}

test('a coordinator examines a file with colleagues, and its applicant answers', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const id = await prepare();
  const file = `/fr/admin/applications/${id}`;
  const [applicant, coach] = [
    await (await browser.newContext()).newPage(),
    await (await browser.newContext()).newPage(),
  ];

  await test.step('finds the file by a word of its answers, entrusts it, undoes, entrusts again', async () => {
    await signInAs(page, 'coordinator', `/fr/admin/calls/${CALL}/applications?q=echouage`);
    await expect(page.getByRole('row')).toHaveCount(2);
    await expectAccessible(page);
    await page
      .getByRole('row', { name: new RegExp(TITLE) })
      .getByRole('checkbox')
      .check();
    await open(page, 'Confier à quelqu’un');
    await page.getByLabel('Personne', { exact: true }).selectOption({ label: 'Camille Deschamps (aucun dossier)' });
    await page.getByRole('button', { name: 'Confier', exact: true }).click();
    await expect(page.getByText('Vous avez confié 1 dossier.')).toBeVisible();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await expect(page.getByRole('cell', { name: 'Personne', exact: true })).toBeVisible();
    await page.getByRole('link', { name: TITLE }).click();
    await page.waitForURL(`**${file}`);
    await open(page, 'Confier le dossier ou l’étiqueter');
    await page.getByLabel('Personne', { exact: true }).selectOption({ label: 'Camille Deschamps (aucun dossier)' });
    await page.getByRole('button', { name: 'Confier', exact: true }).click();
    await expect(page.locator('#standing')).toContainText('Décider de la recevabilité');
  });

  await test.step('leaves a note that calls a colleague', async () => {
    const note = page.getByLabel('Ajouter une note');
    await note.pressSequentially('À relire, @elo');
    await expect(page.getByRole('listbox').getByRole('option', { name: 'Élodie Marchand-Lefèvre' })).toBeVisible();
    await note.press('Enter');
    await expect(note).toHaveValue('À relire, @Élodie Marchand-Lefèvre ');
    await page.getByRole('button', { name: 'Garder la note' }).click();
    await expect(page.getByText('Élodie Marchand-Lefèvre reçoit un courriel.')).toBeVisible();
    await expectAccessible(page);
    const mails = await sql(`SELECT 1 FROM outbox_message WHERE template = 'application-mention' AND about_id = $1`, [
      id,
    ]);
    expect(mails).toHaveLength(1);
  });

  await test.step('writes to the applicant and asks for a correction', async () => {
    await page.goto(`${file}/messages`);
    await page.getByLabel('Écrire à l’administration').fill('Quel est votre calendrier ?');
    await page.getByRole('button', { name: 'Envoyer le message' }).click();
    await expect(page.getByText('Le message est envoyé.')).toBeVisible();
    await open(page, 'Demander une correction');
    await open(page, 'Projet (');
    await page.getByLabel('Problème', { exact: false }).first().check();
    await open(page, 'Documents (');
    await page.getByLabel('Présentation de douze pages', { exact: false }).check();
    await page.getByLabel('Ce qui est à corriger, et pourquoi').fill('Chiffrez le problème.');
    await page.getByRole('button', { name: 'Envoyer la demande' }).click();
    await expect(page.getByText('La demande de correction est envoyée.')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Demandes de correction' })).toContainText('En attente');
    await expectAccessible(page);
  });

  await test.step('the applicant answers both, after the call has closed, and sees no decision', async () => {
    await signInByMail(applicant, APPLICANT);
    await applicant.getByRole('link', { name: `Lire un message sur le dossier « ${TITLE} »` }).click();
    await expect(applicant.getByText('Quel est votre calendrier ?')).toBeVisible();
    await applicant.getByLabel('Écrire à l’équipe').fill('De mars à décembre.');
    await applicant.getByRole('button', { name: 'Envoyer le message' }).click();
    await expect(applicant.getByText('Votre message est envoyé à l’équipe.')).toBeVisible();
    await writesWithAFile(applicant);
    await applicant.goto(`/fr/my-applications/${id}`);
    await expectAccessible(applicant);
    await applicant.getByRole('link', { name: /Corriger / }).click();
    await expect(applicant.getByText('Chiffrez le problème.')).toBeVisible();
    await applicant.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(applicant);
    await expectAccessible(applicant);
    const problem = applicant.getByRole('textbox', { name: /Problème/ });
    await sendsAFile(applicant, problem);
    await problem.fill('');
    await applicant.getByRole('button', { name: 'Envoyer la correction' }).click();
    await expect(applicant.locator('.error').first()).toBeVisible();
    // Somebody else keeps another text meanwhile: both are shown, and one chooses.
    const beside = await applicant.context().newPage();
    await beside.goto(applicant.url().replace(/\?.*/, ''));
    await beside.getByRole('textbox', { name: /Problème/ }).fill('Écrit à côté.');
    await beside.getByRole('button', { name: 'Enregistrer sans envoyer' }).click();
    await beside.waitForURL(/saved=1/);
    await beside.close();
    await problem.fill('Huit cents échouages par an ne sont comptés par personne.');
    await applicant.getByRole('button', { name: 'Envoyer la correction' }).click();
    await expect(applicant.locator('.conflict')).toContainText('Écrit à côté.');
    await expect(problem).toHaveValue('Huit cents échouages par an ne sont comptés par personne.');
    await expectNoSidewaysScroll(applicant);
    await applicant.getByRole('button', { name: 'Garder mon texte' }).click();
    await expect(applicant.locator('.conflict')).toHaveCount(0);
    await applicant.getByRole('button', { name: 'Envoyer la correction' }).click();
    await expect(applicant.getByText('Votre correction est envoyée')).toBeVisible();
    await expect(applicant.locator('.status').first()).toContainText('Déposé');
  });

  await test.step('reads the correction beside the version before, and decides against the rules of the call', async () => {
    await page.goto(`${file}/messages`);
    await expect(page.getByText('De mars à décembre.')).toBeVisible();
    for (const name of ['plan.pdf', 'message.pdf']) await expect(page.getByText(name)).toBeVisible();
    await page.getByRole('button', { name: 'Aucune réponse à donner' }).click();
    await page.getByRole('link', { name: 'Voir la version 2' }).click();
    for (const name of ['plan.pdf', 'sans-script.pdf'])
      await expect(page.locator('.compare').last()).toContainText(name);
    await expect(page.locator('.compare').first()).toContainText('Huit cents échouages');
    await expect(page.locator('.compare').first()).toContainText('ne sont comptés par personne');
    await expectAccessible(page);
    await page.goto(`${file}/messages`);
    await page.getByRole('button', { name: 'J’ai relu la correction' }).click();
    await expect(page.locator('#standing')).toContainText('Décider de la recevabilité');
    await page.goto(`${file}/eligibility`);
    await expectAccessible(page);
    const complete = page.getByRole('group', { name: 'Toutes les réponses demandées' });
    await complete.getByLabel('Non respecté', { exact: true }).check();
    await page.getByLabel('Motif').fill('Complet, reçu dans les délais.');
    await page.getByRole('button', { name: 'Déclarer recevable', exact: true }).click();
    await expect(page.getByText('Une règle de l’appel n’est pas respectée').first()).toBeVisible();
    await expect(page.getByLabel('Motif')).toHaveValue('Complet, reçu dans les délais.');
    await complete.getByLabel('Respecté', { exact: true }).check();
    const mine = { id, call: CALL, title: TITLE, email: APPLICANT };
    const before = await applicantSight(applicant, mine);
    expect(Object.keys(before).length).toBeGreaterThan(25);
    expect(before[`/fr/my-applications/${id}`]).toContain(KEY);
    await page.getByRole('button', { name: 'Déclarer recevable', exact: true }).click();
    await expect(state(page)).toHaveText('Recevable');
    expect(differences(before, await applicantSight(applicant, mine))).toEqual([]);
  });

  const marks = page.getByRole('region', { name: 'Notes par critère' });
  await test.step('two people read the file, each on their own', async () => {
    await page.goto(`${file}/preselection`);
    for (const name of ['Camille Deschamps', 'Nour Benali']) await page.getByLabel(name).check();
    await page.getByRole('button', { name: 'Donner à lire', exact: true }).click();
    await expect(page.getByText('les avis des autres s’ouvrent quand le vôtre est envoyé')).toBeVisible();
    await signInAs(coach, 'coach');
    await coach.goto('/fr/readings');
    await coach.getByRole('link', { name: TITLE }).click();
    await coach.getByRole('button', { name: 'Envoyer ma lecture' }).click();
    await expect(coach.getByText('Il manque 4 réponses').first()).toBeVisible();
    await markAll(coach, '4');
    await coach.getByLabel('Favorable', { exact: true }).check();
    await coach.getByLabel('Une question pour l’audition').fill('Qui maintiendra le registre ?');
    await expectAccessible(coach);
    await coach.getByRole('button', { name: 'Envoyer ma lecture' }).click();
    await expect(coach.getByRole('status').getByText('Votre lecture est envoyée')).toBeVisible();
    await page.reload();
    await expect(marks.getByRole('columnheader', { name: 'Nour Benali' })).toBeVisible();
    await expect(marks.getByRole('cell', { name: '4', exact: true })).toHaveCount(0);
    await marks.getByRole('link', { name: 'Camille Deschamps' }).click();
    await markAll(page, '2');
    await page.getByLabel('Réservé', { exact: true }).check();
    await page.getByRole('button', { name: 'Envoyer ma lecture' }).click();
    await expect(marks).toContainText('Avis éloignés');
  });

  await test.step('sends the reader’s question, the applicant answers, pre-selects and undoes', async () => {
    await page.goto(`${file}/preselection`);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Envoyer les questions' }).click();
    await expect(page.getByText('Les questions sont envoyées.')).toBeVisible();
    await applicant.goto(`/fr/my-applications/${id}/questions`);
    await applicant.getByLabel('Qui maintiendra le registre ?').fill('Notre service numérique.');
    await expectAccessible(applicant);
    await applicant.getByRole('button', { name: 'Envoyer mes réponses' }).click();
    await expect(applicant.getByText('Votre réponse est envoyée')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('region', { name: 'Questions pour l’audition' })).toContainText(
      'Notre service numérique.',
    );
    await page.getByLabel('Motif').fill('À entendre.');
    await page.getByRole('button', { name: 'Présélectionner', exact: true }).click();
    await expect(state(page)).toHaveText('Présélectionné');
    await applicant.goto(`/fr/my-applications/${id}`);
    await expect(applicant.locator('.status').first()).toContainText('Déposé');
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await expect(state(page)).toHaveText('Recevable');
    await page.goto(`${file}/history`);
    for (const told of [
      'Décision annulée',
      'Présélectionné',
      'Correction reçue',
      'Note de l’équipe',
      'Confié à Camille Deschamps',
    ])
      await expect(page.getByRole('region', { name: 'Historique', exact: true })).toContainText(told);
  });
});
