import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, signInAs, signInWithCode, sql } from './support';

/** From the public page of a call to its receipt, in a call of this file's own. */
const both = (text: string) => ({ fr: text, en: text });
const FORM = {
  format: 1,
  titleField: 'projectName',
  organisationField: 'host',
  sections: [
    {
      id: 'project',
      title: both('Le projet'),
      fields: [
        { type: 'shortText', id: 'projectName', label: both('Nom du projet'), required: true },
        { type: 'organisation', id: 'host', label: both('Administration'), required: true },
        { type: 'yesNo', id: 'coFunding', label: both('Cofinancement demandé'), required: true },
        {
          type: 'shortText',
          id: 'programme',
          label: both('Programme'),
          showIf: 'coFunding = yes',
          requireIf: 'coFunding = yes',
        },
        {
          type: 'group',
          id: 'team',
          label: both('Équipe'),
          rowLabel: both('Membre'),
          min: 0,
          max: 3,
          fields: [{ type: 'shortText', id: 'role', label: both('Fonction'), required: true }],
        },
      ],
    },
    {
      id: 'documents',
      title: both('Documents'),
      fields: [
        {
          type: 'file',
          id: 'slides',
          label: both('Présentation'),
          required: true,
          types: ['pdf'],
          maxBytes: 9_000_000,
          max: 2,
        },
      ],
    },
  ],
  attestations: [{ type: 'attestation', id: 'open', label: both('Le code sera publié'), required: true }],
};

async function newCall(): Promise<{ id: string; slug: string }> {
  const slug = `depot-${Math.random().toString(36).slice(2)}`;
  const [call] = await sql<{ id: string }>(
    `INSERT INTO call (id, slug, cohort_id, title, opens_at, closes_at, published_at, contact_email, updated_at)
     SELECT gen_random_uuid(), $1, cohort_id, $1, now() - interval '1 day', now() + interval '20 days', now() - interval '1 day', 'a@demo.invalid', now()
     FROM call ORDER BY created_at LIMIT 1 RETURNING id::text`,
    [slug],
  );
  await sql(
    `INSERT INTO form_version (id, call_id, number, definition, published_at, updated_at) VALUES (gen_random_uuid(), $1, 1, $2, now(), now())`,
    [call?.id, JSON.stringify(FORM)],
  );
  return { id: call?.id ?? '', slug };
}
/** A PDF of that size, on the disk: a browser knows it again by its name, size and date. */
function pdfOf(name: string, size: number): string {
  const file = join(mkdtempSync(join(tmpdir(), 'cohorte-e2e-')), name);
  writeFileSync(file, Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 9, 'x')]));
  return file;
}
const sentIn = (call: string) =>
  sql<{ id: string; number: number; reference: string; in_force: boolean }>(
    `SELECT a.id::text, a.reference, s.number, s.in_force FROM application a JOIN submission s ON s.application_id = a.id WHERE a.call_id = $1 ORDER BY s.number`,
    [call],
  );
async function fillProject(page: Page, name: string): Promise<void> {
  await page.getByLabel('Nom du projet').fill(name);
  await page.getByLabel('Nom de l’organisation').fill('Service des phares inventés');
  await page.getByLabel('Non', { exact: true }).check();
}

test('without JavaScript: from a link and the public page to the receipt, with rows, a file and a mail to sign in', async ({
  browser,
}) => {
  const call = await newCall();
  const page = await (await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })).newPage();
  await page.goto(`/fr/calls/${call.slug}?programme=Littoral&coFunding=no&unknown=1`);
  await expect(page.getByText('Ce lien répond d’avance à 2 questions')).toBeVisible();
  await expect(page.getByText(/ce que ce formulaire ne demande pas.+unknown/)).toBeVisible();
  await page.getByText('Le projet').click();
  await expect(page.getByText('Question posée si « Cofinancement demandé » est « Oui ».')).toBeVisible();
  await page.getByRole('link', { name: 'Se connecter pour répondre' }).click();
  await signInWithCode(page, `${call.slug}@demo.invalid`);
  await expect(page).toHaveURL(/programme=Littoral/);
  await page.getByRole('button', { name: 'Commencer un dossier' }).click();
  await page.getByRole('link', { name: 'Le projet', exact: true }).click();
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await page.goBack();
  await expect(page.getByLabel('Non', { exact: true })).toBeChecked();
  await fillProject(page, 'Sans script');
  await page.locator('[name="team[0].role"]').fill('Cheffe de projet');
  await page.getByRole('button', { name: 'Ajouter : membre' }).click();
  await expect(page.locator('[name="team[0].role"]')).toHaveValue('Cheffe de projet');
  await page.locator('[name="team[1].role"]').fill('Géomaticien');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await expect(page).toHaveURL(/sections\/documents/);
  // The wrong kind of file comes back with its reason beside the question.
  const wrong = pdfOf('image.pdf', 1_000);
  writeFileSync(wrong, Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4', 'hex'));
  await page.getByLabel('Choisir un fichier').setInputFiles(wrong);
  await page.getByRole('button', { name: 'Envoyer le fichier' }).click();
  await expect(page.locator('.error-summary')).toContainText('Ce fichier n’est pas du type attendu');
  await page.getByLabel('Choisir un fichier').setInputFiles(pdfOf('présentation.pdf', 2_000_000));
  await page.getByRole('button', { name: 'Envoyer le fichier' }).click();
  await expect(page.getByRole('link', { name: 'présentation.pdf' })).toBeVisible();
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await expect(page).toHaveURL(/\/check/);
  await expect(page.getByText('Service des phares inventés')).toBeVisible();
  await expect(page.getByText('Géomaticien')).toBeVisible();
  await page.getByRole('button', { name: 'Déposer le dossier' }).click();
  await expect(page.locator('.error-summary')).toBeVisible();
  await page.getByLabel('Le code sera publié').check();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.getByRole('button', { name: 'Déposer le dossier' }).click();
  await expect(page).toHaveURL(/\/receipt/);
  const sent = await sentIn(call.id);
  expect(sent).toHaveLength(1);
  await expect(page.getByText(sent[0]?.reference ?? 'none')).toBeVisible();
  // Sent again from a page that was still open: nothing is doubled, and it says so.
  await other.getByLabel('Le code sera publié').check();
  await other.getByRole('button', { name: 'Déposer le dossier' }).click();
  await expect(other.getByText('La version 1 est déposée, et rien n’a changé depuis')).toBeVisible();
  expect(await sentIn(call.id)).toHaveLength(1);
});

test('a broken upload is found again after a reload and goes on where it stopped', async ({ browser }) => {
  const call = await newCall();
  const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await signInAs(page, 'applicant', `/fr/calls/${call.slug}`);
  await page.getByRole('button', { name: 'Commencer un dossier' }).click();
  await page.waitForURL(/my-applications\/[\w-]+$/);
  const id = page.url().split('/').pop() ?? '';
  await page.goto(`/fr/my-applications/${id}/sections/documents`);
  const file = pdfOf('plan.pdf', 4_500_000);
  let pieces = 0;
  await page.route('**/uploads/*', (route) =>
    route.request().method() === 'PATCH' && ++pieces > 2 ? route.abort() : route.continue(),
  );
  await page.getByLabel('Choisir un fichier').setInputFiles(file);
  await page.getByRole('button', { name: 'Envoyer le fichier' }).click();
  const received = async () =>
    (await sql<{ received: number }>('SELECT received FROM upload WHERE application_id = $1', [id]))[0]?.received;
  await expect.poll(received).toBe(2_000_000);
  // The page that tries again by itself goes first: its next piece would get through.
  await page.reload();
  await page.unroute('**/uploads/*');
  await expect(page.getByText(/plan\.pdf.+s’est arrêté à 44/)).toBeVisible();
  await expectAccessible(page);
  const offsets: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH' && request.url().includes('/uploads/'))
      offsets.push(request.headers()['upload-offset'] ?? '');
  });
  await page.getByLabel('Choisir un fichier').setInputFiles(file);
  await page.getByRole('button', { name: 'Envoyer le fichier' }).click();
  await expect(page.getByRole('link', { name: 'plan.pdf' })).toBeVisible();
  expect(offsets).toEqual(['2000000', '3000000', '4000000']);
  const [stored] = await sql<{ size: number }>('SELECT size FROM stored_file WHERE owner_id = $1', [id]);
  expect(stored?.size).toBe(4_500_000);
  // The scan runs beside: without a scanner the page says so rather than "safe".
  await expect
    .poll(
      async () => (await sql<{ scan: string }>('SELECT scan FROM stored_file WHERE owner_id = $1', [id]))[0]?.scan,
      {
        timeout: 30_000,
      },
    )
    .toBe('unscanned');
  await page.reload();
  await expect(page.getByText('Non analysé')).toBeVisible();
});

test('prefilled by a link, sent once by a double click, changed, compared, handed over, withdrawn', async ({
  browser,
}) => {
  const call = await newCall();
  const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await signInAs(page, 'applicant', `/fr/calls/${call.slug}?projectName=Par+un+lien&coFunding=no&unknown=1&open=yes`);
  await expect(page.getByText('Ce lien répond d’avance à 2 questions')).toBeVisible();
  await page.getByRole('button', { name: 'Commencer un dossier' }).click();
  await page.waitForURL(/my-applications\/[\w-]+$/);
  const home = new URL(page.url()).pathname;
  await page.goto(`${home}/sections/project`);
  await expect(page.getByLabel('Nom du projet')).toHaveValue('Par un lien');
  // A known administration is offered while one types, and fills the rest.
  const [known] = await sql<{ name: string; parent: string }>(
    "SELECT o.name, up.name AS parent FROM organisation o JOIN organisation up ON up.id = o.parent_id WHERE o.slug = 'dinum'",
  );
  await page.getByLabel('Nom de l’organisation').fill('direction interministerielle du num');
  await expect(page.getByText('Une administration proposée.')).toBeVisible();
  await page.getByLabel('Nom de l’organisation').fill(known?.name ?? '');
  await expect(page.getByLabel('Administration de rattachement')).toHaveValue(known?.parent ?? '');
  await expect(page.getByText(/Enregistré à/).first()).toBeVisible();
  await page.goto(`${home}/sections/documents`);
  await page.getByLabel('Choisir un fichier').setInputFiles(pdfOf('plan.pdf', 20_000));
  await page.getByRole('button', { name: 'Envoyer le fichier' }).click();
  await expect(page.getByRole('link', { name: 'plan.pdf' })).toBeVisible();
  await page.goto(`${home}/check`);
  await page.getByLabel('Le code sera publié').check();
  await page.getByRole('button', { name: 'Déposer le dossier' }).dblclick();
  await page.waitForURL(/\/receipt/);
  expect(await sentIn(call.id)).toHaveLength(1);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  const receipt = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Télécharger l’accusé de réception (PDF)' }).click();
  expect((await receipt).suggestedFilename()).toMatch(/-v1\.pdf$/);

  await page.goto(`${home}/sections/project`);
  await page.getByLabel('Nom du projet').fill('Un autre nom');
  await expect(page.getByText(/Enregistré à/).first()).toBeVisible();
  await page.goto(`${home}/check`);
  await page.getByRole('button', { name: 'Déposer la nouvelle version' }).click();
  await page.waitForURL(/\/receipt/);
  expect((await sentIn(call.id)).map((one) => one.in_force)).toEqual([false, true]);
  await page.goto(`${home}/versions/2`);
  await expect(page.locator('.compare')).toContainText('Par un lien');
  await expect(page.locator('.compare')).toContainText('Un autre nom');
  await expectAccessible(page);

  await page.goto(`${home}/members`);
  await page.getByText('Confier le dossier à une autre personne').click();
  const [other] = await sql<{ email: string }>(
    "SELECT email FROM person WHERE extra->>'demoRole' = 'fellow' ORDER BY name LIMIT 1",
  );
  await page.locator('#transfer-email').fill(other?.email ?? '');
  await page.getByRole('button', { name: 'Proposer le dossier' }).click();
  await expect(page.getByText(`Le dossier est proposé à ${other?.email}`)).toBeVisible();
  const fellow = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await signInAs(fellow, 'fellow', '/fr/my-applications');
  await fellow.getByRole('link', { name: 'Un autre nom' }).click();
  await expectAccessible(fellow);
  await fellow.getByRole('button', { name: 'Reprendre le dossier' }).click();
  await expect(fellow).toHaveURL(new RegExp(home));
  await fellow.getByText('Retirer le dossier').first().click();
  await fellow.getByRole('button', { name: 'Retirer le dossier' }).click();
  await expect(fellow.getByText('Le dossier est retiré.')).toBeVisible();
});

test('two co-authors of one correction, without JavaScript: one box with both texts, and one chooses', async ({
  browser,
}) => {
  const call = await newCall();
  const [file] = await sql<{ id: string }>(
    `INSERT INTO application (id, call_id, form_version_id, owner_id, reference, state, submitted_at, updated_at)
     SELECT gen_random_uuid(), $1::uuid, v.id, p.id, $2, 'submitted', now(), now() FROM form_version v, person p
     WHERE v.call_id = $1::uuid AND p.extra->>'demoRole' = 'applicant' ORDER BY p.name LIMIT 1 RETURNING id::text`,
    [call.id, call.slug],
  );
  await sql(
    `INSERT INTO submission (id, application_id, number, form_version_id, answers, digest, idempotency_key, received_at, by_id)
     SELECT gen_random_uuid(), a.id, 1, a.form_version_id, '{"projectName":"Avant"}', 'x', a.id::text, now(), a.owner_id FROM application a WHERE a.id = $1::uuid`,
    [file?.id],
  );
  await sql(
    `INSERT INTO application_member (id, application_id, person_id, email, "right") SELECT gen_random_uuid(), $1::uuid, id, email, 'edit'
     FROM person WHERE extra->>'demoRole' = 'fellow' ORDER BY name LIMIT 1`,
    [file?.id],
  );
  const [asked] = await sql<{ id: string }>(
    `INSERT INTO correction (id, application_id, by_id, reason, field_ids, due_at) SELECT gen_random_uuid(), id, owner_id, 'Un autre nom.', '{projectName}', now() + interval '3 days'
     FROM application WHERE id = $1::uuid RETURNING id::text`,
    [file?.id],
  );
  const open = async (role: 'applicant' | 'fellow') => {
    const page = await (await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })).newPage();
    await signInAs(page, role, `/fr/my-applications/${file?.id}/corrections/${asked?.id}`);
    return page;
  };
  const [one, two] = [await open('applicant'), await open('fellow')];
  const write = async (page: Page, text: string) => {
    await page.getByLabel('Nom du projet').fill(text);
    await page.getByRole('button', { name: 'Enregistrer sans envoyer' }).click();
  };
  await write(one, 'Écrit par l’une');
  await expect(one.getByText('Enregistré. L’équipe ne voit rien avant l’envoi.')).toBeVisible();
  await write(two, 'Écrit par l’autre');
  await expect(two.locator('.error-summary')).toHaveCount(1);
  await expect(two.locator('.conflict')).toContainText(/Écrit par l’une.*Écrit par l’autre/s);
  await two.getByRole('button', { name: 'Prendre l’autre texte' }).click();
  await expect(two.getByLabel('Nom du projet')).toHaveValue('Écrit par l’une');
});
