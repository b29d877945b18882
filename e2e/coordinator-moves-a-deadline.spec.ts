import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, signInAs, sql } from './support';

/** The dates of a call: warned of, proposed better, moved with a reason that everybody reads. */
const DAY = 86_400_000;
const at = (days: number) => new Date(Date.now() + days * DAY);
const local = (date: Date, hour: string): string => `${date.toISOString().slice(0, 10)}T${hour}`;
/** The first Saturday so many days ahead, some years a holiday too: far from the school holidays of the demo. */
const saturday = (days: number): Date => {
  const date = at(days);
  return new Date(date.getTime() + ((6 - date.getUTCDay() + 7) % 7) * DAY);
};
const weekday = (value: string): number => new Date(`${value}:00Z`).getUTCDay();

test('a closing before the opening, then on a Saturday: each time a better moment that one button takes', async ({
  page,
}) => {
  const [cohort] = await sql<{ id: string }>('SELECT id::text FROM cohort ORDER BY position LIMIT 1');
  await signInAs(page, 'coordinator', '/fr/admin/calls/new');
  await page.getByRole('radio', { name: 'Appel à candidatures' }).check();
  await page.locator('[name="cohortId"]').selectOption(cohort?.id ?? '');
  await page.getByLabel('Titre', { exact: true }).fill('Devenir EIG, aux dates à revoir');
  await page.locator('[name="opens"]').fill(local(at(120), '09:00'));
  await page.locator('[name="closes"]').fill(local(at(110), '23:59'));
  await page.getByLabel('Heure de').selectOption('Pacific/Wallis');
  await page.getByLabel('Adresse pour les questions').fill('appel@demo.invalid');
  await page.getByRole('radio', { name: 'Un formulaire vide' }).check();
  await page.getByRole('button', { name: 'Créer l’appel' }).click();
  await expect(page.locator('.error-summary')).toContainText('La clôture doit suivre l’ouverture.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Prendre ce moment' }).click();
  const closes = page.locator('[name="closes"]');
  await expect(closes).toBeFocused();
  await expect(page.getByLabel('Titre', { exact: true })).toHaveValue('Devenir EIG, aux dates à revoir');
  await closes.fill(local(saturday(150), '23:59'));
  await page.getByRole('button', { name: 'Créer l’appel' }).click();
  await page.waitForURL(/\/admin\/calls\/(?!new)/);
  const warned = page.locator('.notice').filter({ hasText: 'À vérifier dans les dates' });
  await expect(warned).toContainText(/L’appel ferme un (week-end|jour férié)/);
  await expect(page.getByText('Les vacances scolaires autour de la clôture ne sont pas saisies')).toBeVisible();
  await expectAccessible(page);
  await warned
    .locator('p')
    .filter({ hasText: 'Une meilleure clôture' })
    .getByRole('link', { name: 'Prendre ce moment' })
    .click();
  expect([1, 2, 3, 4, 5]).toContain(weekday(await closes.inputValue()));
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.waitForURL(/\/admin\/calls\/[\w-]+\?/);
  await expect(page.getByText(/L’appel ferme un/)).toBeHidden();
  await expect(page.getByText('(heure de Wallis-et-Futuna)').first()).toBeVisible();
});

async function publishedCall(): Promise<{ slug: string; file: string }> {
  const slug = `echeance-${Math.random().toString(36).slice(2)}`;
  await sql(
    `INSERT INTO call (id, slug, cohort_id, title, opens_at, closes_at, published_at, contact_email, updated_at)
     SELECT gen_random_uuid(), $1, cohort_id, $1, now() - interval '9 days', now() + interval '90 days', now() - interval '9 days', 'a@demo.invalid', now()
     FROM call ORDER BY created_at LIMIT 1`,
    [slug],
  );
  await sql(
    `INSERT INTO form_version (id, call_id, number, definition, published_at, updated_at)
     SELECT gen_random_uuid(), c.id, 1, '{"format":1,"sections":[]}', now(), now() FROM call c WHERE c.slug = $1`,
    [slug],
  );
  const [file] = await sql<{ id: string }>(
    `INSERT INTO application (id, call_id, form_version_id, owner_id, updated_at) SELECT gen_random_uuid(), c.id, v.id, p.id, now()
     FROM call c JOIN form_version v ON v.call_id = c.id, person p WHERE c.slug = $1 AND p.extra->>'demoRole' = 'applicant' ORDER BY p.name LIMIT 1 RETURNING id::text`,
    [slug],
  );
  await sql(
    `INSERT INTO application_member (id, application_id, email, "right") VALUES (gen_random_uuid(), $1::uuid, $2, 'edit')`,
    [file?.id, `${slug}@demo.invalid`],
  );
  return { slug, file: file?.id ?? '' };
}

test('extended without JavaScript: a Saturday is asked about once, everyone with a draft is told why, the page keeps it', async ({
  browser,
}) => {
  const { slug, file } = await publishedCall();
  const page: Page = await (await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })).newPage();
  await signInAs(page, 'coordinator', `/fr/admin/calls/${slug}/deadline`);
  const reason = 'Trois directions ont reçu l’appel en retard.';
  await page.getByLabel('Nouvelle clôture').fill(local(saturday(100), '23:59'));
  await page.getByLabel('Raison').fill(reason);
  await page.getByRole('button', { name: 'Déplacer la date limite' }).click();
  await expect(page.locator('.error-summary')).toContainText(
    /Ce jour (tombe un week-end|est férié).+Un meilleur moment/,
  );
  expect(await sql('SELECT id FROM outbox_message WHERE about_id = $1', [file])).toEqual([]);
  await page.getByRole('button', { name: 'Prendre ce moment' }).click();
  await expect(page.getByLabel('Raison')).toHaveValue(reason);
  const chosen = await page.getByLabel('Nouvelle clôture').inputValue();
  expect([1, 2, 3, 4, 5]).toContain(weekday(chosen));
  await page.getByRole('button', { name: 'Déplacer la date limite' }).click();
  await page.waitForURL(new RegExp(`/admin/calls/${slug}\\?`));
  await expect(page.getByText(/Par .+\./).first()).toBeVisible();
  const mails = await sql<{ to: string; text: string }>('SELECT "to", text FROM outbox_message WHERE about_id = $1', [
    file,
  ]);
  expect(mails).toHaveLength(2);
  expect(mails.map((one) => one.to)).toContain(`${slug}@demo.invalid`);
  for (const { text } of mails) expect(text).toContain(reason);
  // Whoever reads the call sees from when to when, and why.
  const visitor = await (await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })).newPage();
  await visitor.goto(`/fr/calls/${slug}`);
  await expect(visitor.getByText('Date limite modifiée')).toBeVisible();
  await expect(visitor.getByText(reason)).toBeVisible();
});
