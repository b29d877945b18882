import { expect, type Page, test } from '@playwright/test';
import { applicantSight, differences } from './applicant-sight';
import { expectNoSidewaysScroll, signInAs, signInByMail, sql } from './support';

/** A phone, a slow line, a clock far from Paris: the same journey, in a call of this file's own. */
const both = (text: string) => ({ fr: text, en: text });
const FORM = {
  format: 1,
  titleField: 'projectName',
  sections: [
    {
      id: 'project',
      title: both('Le projet'),
      fields: [
        { type: 'shortText', id: 'projectName', label: both('Nom du projet'), required: true },
        { type: 'longText', id: 'problem', label: both('Le problème'), maxLines: 5, required: true },
        { type: 'yesNo', id: 'coFunding', label: both('Cofinancement demandé'), required: true },
        { type: 'money', id: 'budget', label: both('Budget'), showIf: 'coFunding = yes' },
      ],
    },
    {
      id: 'people',
      title: both('L’équipe'),
      fields: [
        {
          type: 'group',
          id: 'team',
          label: both('Équipe'),
          rowLabel: both('Membre'),
          min: 1,
          max: 3,
          fields: [{ type: 'shortText', id: 'role', label: both('Fonction'), required: true }],
        },
      ],
    },
    {
      id: 'documents',
      title: both('Documents'),
      fields: [
        { type: 'file', id: 'slides', label: both('Présentation'), types: ['pdf'], maxBytes: 9_000_000, max: 2 },
      ],
    },
  ],
  attestations: [{ type: 'attestation', id: 'open', label: both('Le code sera publié'), required: true }],
};

async function newCall(zone = 'Europe/Paris'): Promise<{ id: string; slug: string }> {
  const slug = `telephone-${Math.random().toString(36).slice(2)}`;
  const [call] = await sql<{ id: string }>(
    `INSERT INTO call (id, slug, cohort_id, title, opens_at, closes_at, time_zone, published_at, contact_email, updated_at)
     SELECT gen_random_uuid(), $1, cohort_id, $1, now() - interval '1 day', (date_trunc('day', now() AT TIME ZONE $2) + interval '20 days 23:59') AT TIME ZONE $2,
       $2, now() - interval '1 day', 'a@demo.invalid', now()
     FROM call ORDER BY created_at LIMIT 1 RETURNING id::text`,
    [slug, zone],
  );
  await sql(
    `INSERT INTO form_version (id, call_id, number, definition, published_at, updated_at) VALUES (gen_random_uuid(), $1, 1, $2, now(), now())`,
    [call?.id, JSON.stringify(FORM)],
  );
  return { id: call?.id ?? '', slug };
}

const sentIn = (call: string) =>
  sql('SELECT s.id FROM submission s JOIN application a ON a.id = s.application_id WHERE a.call_id = $1', [call]);

/** What a finger would miss: controls and buttons smaller than 44 px, links within a sentence aside. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const all = document.querySelectorAll<HTMLElement>('main :is(a, button, input, select, textarea, summary)');
    for (const one of all) {
      if (one.matches('[type=hidden], .hidden-text, [tabindex="-1"]') || !one.checkVisibility()) continue;
      const sentence = one.closest('p, li, dd, td, .help');
      const inText = one.matches('a:not(.btn)') && (sentence?.textContent ?? '').trim() !== one.textContent?.trim();
      if (inText) continue;
      const box = one.matches('[type=radio], [type=checkbox]') ? (one.closest('label') ?? one) : one;
      const { width, height } = box.getBoundingClientRect();
      if (Math.min(width, height) < 43.5)
        found.push(
          `${one.tagName} ${one.className} « ${(one.textContent ?? '').trim().slice(0, 40)} » ${Math.round(width)} × ${Math.round(height)}`,
        );
    }
    return found;
  });

async function expectFitForAThumb(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page);
  expect.soft(await smallTargets(page), page.url()).toEqual([]);
}

test('on a phone, by touch alone: from the public page to the receipt', async ({ browser }) => {
  const call = await newCall();
  const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true, locale: 'fr-FR' };
  const page = await (await browser.newContext(phone)).newPage();
  await signInAs(page, 'applicant', `/fr/calls/${call.slug}`);
  await expectFitForAThumb(page);
  await page.goto(`/fr/calls/${call.slug}/form`);
  await expectFitForAThumb(page);
  await page.goBack();
  await page.getByRole('button', { name: 'Commencer un dossier' }).tap();
  await page.waitForURL(/my-applications\/[\w-]+$/);
  const home = new URL(page.url()).pathname;
  await expectFitForAThumb(page);
  await page.getByRole('link', { name: 'Commencer : Le projet' }).tap();
  await page.getByLabel('Nom du projet').fill('Au bout du doigt');
  await page.getByLabel('Le problème').fill('Écrire dans un train.');
  await page.getByText('Oui', { exact: true }).tap();
  await expect(page.getByLabel('Budget')).toBeVisible();
  await expectFitForAThumb(page);
  await page.getByText('Non', { exact: true }).tap();
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).tap();
  await page.waitForURL(/sections\/people/);
  await page.locator('[name="team[0].role"]').fill('Cheffe de projet');
  await page.getByRole('button', { name: 'Ajouter : membre' }).tap();
  await expect(page.locator('[name="team[1].role"]')).toBeVisible();
  await expectFitForAThumb(page);
  await page.locator('[name="team[1].role"]').fill('Géomaticien');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).tap();
  await page.waitForURL(/sections\/documents/);
  await page.getByLabel('Choisir un fichier').setInputFiles({
    name: 'présentation.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(50_000, 'x')]),
  });
  await page.getByRole('button', { name: 'Envoyer le fichier' }).tap();
  await expect(page.getByRole('link', { name: 'présentation.pdf' })).toBeVisible();
  await expectFitForAThumb(page);
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).tap();
  await page.waitForURL(/\/check/);
  await expectFitForAThumb(page);
  await page.getByText('Le code sera publié').tap();
  await page.getByRole('button', { name: 'Déposer le dossier' }).tap();
  await page.waitForURL(/\/receipt/);
  await expectFitForAThumb(page);
  // Back, and the same button again: the same sending.
  await page.goBack();
  const again = page.getByRole('button', { name: /^Déposer/ });
  const nothing = page.getByText(/Votre référence|rien n’a changé depuis/i).first();
  await expect(again.or(nothing)).toBeVisible();
  if (await again.isVisible()) await again.tap();
  await expect(nothing).toBeVisible();
  expect(await sentIn(call.id)).toHaveLength(1);
  await page.goto(home);
  await expectFitForAThumb(page);
  await page.goto(`${home}/versions/1`);
  await expectFitForAThumb(page);
});

test('on a line of 400 kbit/s: a light page, a button that says it is sending, nothing doubled', async ({
  browser,
}) => {
  const call = await newCall();
  const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  let bytes = 0;
  line.on('Network.loadingFinished', (one) => {
    bytes += one.encodedDataLength;
  });
  const slow = (latency: number) =>
    line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: 50_000,
      uploadThroughput: 50_000,
    });
  await signInAs(page, 'applicant', `/fr/calls/${call.slug}`);
  await page.getByRole('button', { name: 'Commencer un dossier' }).click();
  await page.waitForURL(/my-applications\/[\w-]+$/);
  const home = new URL(page.url()).pathname;
  // Everything a first visit loads, from nothing.
  await page.waitForLoadState('networkidle');
  await line.send('Network.clearBrowserCache');
  await slow(300);
  bytes = 0;
  await page.goto(`${home}/sections/project`);
  await page.waitForLoadState('networkidle');
  expect(bytes).toBeLessThan(300_000);
  await page.getByLabel('Nom du projet').fill('Sur une ligne lente');
  await page.getByLabel('Le problème').fill('Tout arrive lentement.');
  await page.getByText('Non', { exact: true }).click();
  await slow(1_500);
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).dblclick();
  await expect(page.getByText('Envoi en cours…')).toBeVisible();
  await page.waitForURL(/sections\/people/);
  await slow(300);
  await page.locator('[name="team[0].role"]').fill('Cheffe de projet');
  await page.getByRole('button', { name: 'Ajouter : membre' }).dblclick();
  await expect(page.locator('[name="team[1].role"]')).toBeVisible();
  await expect(page.locator('[name="team[2].role"]')).toBeHidden();
  await page.locator('[name="team[1].role"]').fill('Géomaticien');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await page.waitForURL(/sections\/documents/);
  await page.goto(`${home}/check`);
  await page.getByLabel('Le code sera publié').check();
  await slow(1_500);
  await page.getByRole('button', { name: 'Déposer le dossier' }).dblclick();
  await expect(page.getByText('Envoi en cours…')).toBeVisible();
  await page.waitForURL(/\/receipt/);
  expect(await sentIn(call.id)).toHaveLength(1);
});

test('a call on the clock of La Réunion says whose hour it is, and the reader’s own; its grace is nowhere', async ({
  browser,
}) => {
  const call = await newCall('Indian/Reunion');
  const page = await (await browser.newContext({ locale: 'fr-FR', timezoneId: 'Pacific/Noumea' })).newPage();
  // Somebody of this test's own: the pages of the demo's applicant change with the other tests.
  const email = `${call.slug}@demo.invalid`;
  await signInByMail(page, email);
  await page.goto(`/fr/calls/${call.slug}`);
  await expect(page.getByText('23 h 59 (heure de La Réunion)')).toBeVisible();
  // Nouméa is seven hours ahead.
  await expect(page.getByText('À votre heure').filter({ hasText: 'à 6 h 59' })).toBeVisible();
  await page.getByRole('button', { name: 'Commencer un dossier' }).click();
  await page.waitForURL(/my-applications\/[\w-]+$/);
  await expect(page.getByText('23 h 59 (heure de La Réunion)')).toBeVisible();
  await expect(page.getByText('À votre heure').filter({ hasText: 'à 6 h 59' })).toBeVisible();

  // Every page, payload, JSON and mail of the applicant is the same whatever the grace.
  const id = page.url().split('/').pop() ?? '';
  const file = { id, call: call.slug, title: call.slug, email };
  const grace = (seconds: number) => sql('UPDATE call SET grace_seconds = $2 WHERE id = $1', [call.id, seconds]);
  await grace(0);
  const before = await applicantSight(page, file);
  await grace(2777);
  const after = await applicantSight(page, file);
  expect(differences(before, after)).toEqual([]);
  expect(
    Object.entries(after)
      .filter(([, text]) => /graceSeconds|2777/.test(text))
      .map(([address]) => address),
  ).toEqual([]);
});
