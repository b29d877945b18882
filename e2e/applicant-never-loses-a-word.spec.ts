import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, signInAs, sql } from './support';

/** Everything that can go wrong while a file is written, in a real browser: nothing written is lost in silence. */
const person = async (browser: Browser, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> =>
  (await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', ...options })).newPage();

/** A draft of the demo's applicant in a call of its own, so that closing it disturbs nobody. */
async function newDraft(closes = "now() + interval '20 days'"): Promise<{ call: string; id: string; home: string }> {
  const slug = `essai-${Math.random().toString(36).slice(2)}`;
  const [call] = await sql<{ id: string }>(
    `INSERT INTO call (id, slug, cohort_id, title, opens_at, closes_at, published_at, contact_email, updated_at)
     SELECT gen_random_uuid(), $1, cohort_id, $1, now() - interval '1 day', ${closes}, now() - interval '1 day', 'a@demo.invalid', now()
     FROM call ORDER BY created_at LIMIT 1 RETURNING id::text`,
    [slug],
  );
  await sql(
    `INSERT INTO form_version (id, call_id, number, definition, published_at, updated_at)
     SELECT gen_random_uuid(), $1::uuid, 1, v.definition, now(), now() FROM form_version v JOIN call c ON c.id = v.call_id
     WHERE v.definition::text LIKE '%projectName%' LIMIT 1`,
    [call?.id],
  );
  const [file] = await sql<{ id: string }>(
    `INSERT INTO application (id, call_id, form_version_id, owner_id, updated_at)
     SELECT gen_random_uuid(), $1::uuid, (SELECT id FROM form_version WHERE call_id = $1::uuid),
       (SELECT id FROM person WHERE extra->>'demoRole' = 'applicant' ORDER BY name LIMIT 1), now() RETURNING id::text`,
    [call?.id],
  );
  return { call: call?.id ?? '', id: file?.id ?? '', home: `/fr/my-applications/${file?.id}` };
}
const answersOf = async (id: string) =>
  (await sql<{ answers: Record<string, unknown> }>('SELECT answers FROM application WHERE id = $1', [id]))[0]
    ?.answers ?? {};
const saved = (page: Page) => expect(page.getByText(/Enregistré à/).first()).toBeVisible();

test('two tabs on one answer: both texts, and one chooses', async ({ browser }) => {
  const { id, home } = await newDraft();
  const one = await person(browser);
  await signInAs(one, 'applicant', `${home}/sections/context`);
  const two = await one.context().newPage();
  await two.goto(`${home}/sections/context`);
  await one.locator('[name="mission"]').fill('Écrit dans le premier onglet.');
  await saved(one);
  await two.locator('[name="mission"]').fill('Écrit dans le second onglet.');
  await expect(two.getByRole('heading', { name: 'Cette réponse a aussi été modifiée ailleurs' })).toBeVisible();
  await expect(two.locator('.conflict')).toContainText('Écrit dans le premier onglet.');
  await expectAccessible(two);
  expect((await answersOf(id)).mission).toBe('Écrit dans le premier onglet.');
  await two.getByRole('button', { name: 'Garder mon texte' }).click();
  await saved(two);
  expect((await answersOf(id)).mission).toBe('Écrit dans le second onglet.');
});

test('a server that fails, then works: the text is kept and saved', async ({ browser }) => {
  const { id, home } = await newDraft();
  const page = await person(browser);
  await signInAs(page, 'applicant', `${home}/sections/context`);
  await page.route('**/api/drafts/**', (route) => route.fulfill({ status: 500 }));
  await page.locator('[name="vision"]').fill('Malgré la panne.');
  await expect(page.getByText('L’enregistrement n’a pas abouti.')).toBeVisible();
  await page.unroute('**/api/drafts/**');
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await saved(page);
  expect((await answersOf(id)).vision).toBe('Malgré la panne.');
});

test('a session lost while writing: signing in elsewhere is enough', async ({ browser }) => {
  const { id, home } = await newDraft();
  const page = await person(browser);
  await signInAs(page, 'applicant', `${home}/sections/context`);
  await page.context().clearCookies();
  await page.locator('[name="vision"]').fill('Sans session.');
  await expect(page.getByText('Votre session est terminée.')).toBeVisible();
  await expect(page.locator('[name="vision"]')).toHaveValue('Sans session.');
  const other = await page.context().newPage();
  await signInAs(other, 'applicant');
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await saved(page);
  expect((await answersOf(id)).vision).toBe('Sans session.');
});

test('a tab closed in the middle of a word', async ({ browser }) => {
  const { id, home } = await newDraft();
  const page = await person(browser);
  await signInAs(page, 'applicant', `${home}/sections/context`);
  await page.locator('[name="mission"]').fill('Fermé au milieu');
  await page.goto('/fr/my-applications');
  await expect.poll(async () => (await answersOf(id)).mission).toBe('Fermé au milieu');

  // The tab itself goes, as by its cross.
  await page.goto(`${home}/sections/context`);
  await page.locator('[name="mission"]').fill('La croix de l’onglet');
  await page.close({ runBeforeUnload: true });
  await expect.poll(async () => (await answersOf(id)).mission).toBe('La croix de l’onglet');
});

test('the call closes while the form is open: refused, told, and still in the page', async ({ browser }) => {
  const { id, call, home } = await newDraft();
  const page = await person(browser);
  await signInAs(page, 'applicant', `${home}/sections/context`);
  await sql("UPDATE call SET closes_at = now() - interval '1 hour' WHERE id = $1", [call]);
  await page.locator('[name="mission"]').fill('Trop tard.');
  await expect(page.getByText('L’appel est clos : cette modification n’est pas enregistrée.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await expect(page.locator('.error-summary')).toContainText('L’appel est clos');
  await expect(page.locator('[name="mission"]')).toHaveValue('Trop tard.');
  expect((await answersOf(id)).mission).toBeUndefined();
});

test('a question that depends on another appears at once, a row is added with what was typed', async ({ browser }) => {
  const { id, home } = await newDraft();
  const page = await person(browser);
  await signInAs(page, 'applicant', `${home}/sections/funding`);
  await expect(page.locator('[name="budgetProgramme"]')).toBeHidden();
  await page.getByLabel('Oui', { exact: true }).check();
  await expect(page.locator('[name="budgetProgramme"]')).toBeVisible();
  await page.goto(`${home}/sections/teamSection`);
  await page.locator('[name="team[0].name"]').fill('Ève Dupré');
  await page.getByRole('button', { name: 'Ajouter : membre de l’équipe' }).click();
  await expect(page.locator('[name="team[1].name"]')).toBeVisible();
  await expect(page.locator('[name="team[0].name"]')).toHaveValue('Ève Dupré');
  expect((await answersOf(id)).team).toHaveLength(2);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('without JavaScript: a section is saved, rows are added, a conflict shows both texts', async ({ browser }) => {
  const { id, home } = await newDraft();
  const page = await person(browser, { javaScriptEnabled: false });
  await signInAs(page, 'applicant', `${home}/sections/funding`);
  await expect(page.locator('[name="budgetProgramme"]')).toBeVisible();
  await page.goto(`${home}/sections/teamSection`);
  await page.locator('[name="team[0].name"]').fill('Sans script');
  await page.getByRole('button', { name: 'Ajouter : membre de l’équipe' }).click();
  await expect(page.locator('[name="team[1].name"]')).toBeVisible();
  await page.goto(`${home}/sections/context`);
  await sql(
    `UPDATE application SET answers = answers || '{"mission":"Écrit ailleurs."}', version = version + 1 WHERE id = $1`,
    [id],
  );
  await page.locator('[name="mission"]').fill('Écrit sans script.');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await expect(page.locator('.conflict')).toContainText('Écrit ailleurs.');
  await expect(page.locator('[name="mission"]')).toHaveValue('Écrit sans script.');
  await page.getByRole('button', { name: 'Garder mon texte' }).click();
  await page.waitForURL(/sections\/project/);
  expect((await answersOf(id)).mission).toBe('Écrit sans script.');
});
