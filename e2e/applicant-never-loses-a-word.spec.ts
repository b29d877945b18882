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
/** The demo's fellow, as a co-author. */
const coAuthor = (id: string, right: 'view' | 'edit') =>
  sql(
    `INSERT INTO application_member (id, application_id, email, "right")
     SELECT gen_random_uuid(), $1::uuid, email, $2::"MemberRight" FROM person WHERE extra->>'demoRole' = 'fellow' ORDER BY name LIMIT 1`,
    [id, right],
  );
/** What this browser keeps of drafts, for want of knowing that the server has it. */
const keptIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('cohorte.draft:')));
/** The tab goes as by its cross, and its last request with it. */
const cross = (page: Page) => Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
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
  // Posted before it could save itself: the same choice, made once.
  await sql(
    `UPDATE application SET answers = answers || '{"mission":"Écrit ailleurs."}', version = version + 1 WHERE id = $1`,
    [id],
  );
  await two.locator('[name="mission"]').fill('Posté aussitôt.');
  await two.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await expect(two.locator('.conflict')).toContainText('Écrit ailleurs.');
  await two.getByRole('button', { name: 'Garder mon texte' }).click();
  await expect(two.locator('.conflict')).toHaveCount(0);
  await expect.poll(async () => (await answersOf(id)).mission).toBe('Posté aussitôt.');
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

test('a tab closed while its words are on their way, and the way breaks', async ({ browser }) => {
  const { id, home } = await newDraft();
  const page = await person(browser);
  await signInAs(page, 'applicant', `${home}/sections/context`);
  const begun = page.waitForRequest('**/api/drafts/**');
  await page.route('**/api/drafts/**', () => {});
  await page.locator('[name="mission"]').fill('En route');
  await begun;
  await page.locator('[name="mission"]').fill('En route, et plus loin');
  // What leaves with the tab slips past what a test holds back: the server takes none of it.
  await page.context().clearCookies();
  await cross(page);
  const again = await page.context().newPage();
  await signInAs(again, 'applicant', `${home}/sections/context`);
  await expect(again.locator('[name="mission"]')).toHaveValue('En route, et plus loin');
  await expect.poll(async () => (await answersOf(id)).mission).toBe('En route, et plus loin');
  await expect.poll(() => keptIn(again)).toEqual([]);
});

test('a tab that is hidden, as a telephone does before it ends it', async ({ browser }) => {
  const { id, home } = await newDraft();
  const page = await person(browser);
  await signInAs(page, 'applicant', `${home}/sections/context`);
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.locator('[name="mission"]').fill('Un appel arrive');
  // Time stands still: no pause in typing will ever be over.
  expect((await answersOf(id)).mission).toBeUndefined();
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(async () => (await answersOf(id)).mission).toBe('Un appel arrive');
});

test('a text longer than a closing tab may send waits in the browser, and leaves from the next page', async ({
  browser,
}) => {
  const { id, home } = await newDraft();
  const page = await person(browser);
  await signInAs(page, 'applicant', `${home}/sections/context`);
  const long = 'é'.repeat(40_000);
  await page.locator('[name="mission"]').fill(long);
  await cross(page);
  expect((await answersOf(id)).mission).toBeUndefined();
  // The way back leads by the file, not by the section: it must not be sent without these words.
  const again = await page.context().newPage();
  await again.goto(home);
  await expect.poll(async () => (await answersOf(id)).mission).toBe(long);
  await expect.poll(() => keptIn(again)).toEqual([]);
});

test('offline, a page that goes, and back: each word typed after the network left is there', async ({ browser }) => {
  const { id, home } = await newDraft();
  const page = await person(browser);
  await signInAs(page, 'applicant', `${home}/sections/context`);
  await page.context().setOffline(true);
  await page.locator('[name="mission"]').fill('Dans le tunnel');
  await expect(page.getByText('L’enregistrement n’a pas abouti.')).toBeVisible();
  await page.locator('[name="mission"]').fill('Dans le tunnel, plus loin');
  await page.locator('[name="vision"]').fill('La sortie');
  await page.context().clearCookies();
  await page.reload().catch(() => {});
  await page.context().setOffline(false);
  await signInAs(page, 'applicant', `${home}/sections/context`);
  await expect(page.locator('[name="mission"]')).toHaveValue('Dans le tunnel, plus loin');
  await expect.poll(() => answersOf(id)).toMatchObject({ mission: 'Dans le tunnel, plus loin', vision: 'La sortie' });
  // The network comes back under a page that stayed: nobody has to press anything.
  await page.context().setOffline(true);
  await page.locator('[name="vision"]').fill('La lumière');
  await expect(page.getByText('L’enregistrement n’a pas abouti.')).toBeVisible();
  await page.context().setOffline(false);
  await expect.poll(async () => (await answersOf(id)).vision).toBe('La lumière');
});

test('a session lost, signed in again in the same tab: the same draft with the words that had not left', async ({
  browser,
}) => {
  const { id, home } = await newDraft();
  const page = await person(browser);
  await signInAs(page, 'applicant', `${home}/sections/context`);
  await page.context().clearCookies();
  await page.locator('[name="vision"]').fill('Sans session.');
  await expect(page.getByText('Votre session est terminée.')).toBeVisible();
  await page.goto(`${home}/sections/context`);
  await page.waitForURL(/\/sign-in/);
  // Another person of the same browser is not shown them.
  await coAuthor(id, 'edit');
  await signInAs(page, 'fellow', `${home}/sections/context`);
  await expect(page.locator('[name="vision"]')).toHaveValue('');
  await page.context().clearCookies();
  await signInAs(page, 'applicant', `${home}/sections/context`);
  await expect(page.locator('[name="vision"]')).toHaveValue('Sans session.');
  await expect(page.getByText('est revenu à sa place')).toBeVisible();
  await saved(page);
  await expectAccessible(page);
  expect((await answersOf(id)).vision).toBe('Sans session.');

  // Signing out takes with it what this browser kept.
  await page.route('**/api/drafts/**', (route) => route.fulfill({ status: 500 }));
  await page.locator('[name="vision"]').fill('À ne pas laisser là');
  await expect(page.getByText('L’enregistrement n’a pas abouti.')).toBeVisible();
  expect(await keptIn(page)).toHaveLength(1);
  await page
    .locator('form[data-leaves] button')
    .first()
    .evaluate((button: HTMLElement) => button.click());
  await page.waitForURL((url) => !url.pathname.includes('/my-applications'));
  await expect.poll(() => keptIn(page)).toEqual([]);
});

test('words left in one browser and an answer changed elsewhere since: both texts', async ({ browser }) => {
  const { id, home } = await newDraft();
  const page = await person(browser);
  await signInAs(page, 'applicant', `${home}/sections/context`);
  const [funding, team] = [await page.context().newPage(), await page.context().newPage()];
  await funding.goto(`${home}/sections/funding`);
  await team.goto(`${home}/sections/teamSection`);
  // Three tabs, and the server takes nothing more from any of them.
  await page.context().clearCookies();
  await page.locator('[name="mission"]').fill('Laissé ici');
  await funding.getByLabel('Oui', { exact: true }).check();
  await team.locator('[name="team[0].name"]').fill('Ève Dupré');
  for (const tab of [page, funding, team]) {
    await expect(tab.getByText('Votre session est terminée.')).toBeVisible();
    await tab.close();
  }
  expect(await answersOf(id)).toEqual({});
  await sql(
    `UPDATE application SET answers = answers || '{"mission":"Écrit ailleurs."}', version = version + 1 WHERE id = $1`,
    [id],
  );
  // A choice and a row come back as words do, and what depends on them.
  const again = await page.context().newPage();
  await signInAs(again, 'applicant', `${home}/sections/funding`);
  await expect(again.getByLabel('Oui', { exact: true })).toBeChecked();
  await expect(again.locator('[name="budgetProgramme"]')).toBeVisible();
  await saved(again);
  await again.goto(`${home}/sections/teamSection`);
  await expect(again.locator('[name="team[0].name"]')).toHaveValue('Ève Dupré');
  await saved(again);
  expect(await answersOf(id)).toMatchObject({ coFunding: true, team: [{ name: 'Ève Dupré' }] });
  await again.goto(`${home}/check`);
  await expect(again.getByText('ne sont pas encore dans le dossier')).toBeVisible();
  await again.getByText('Lire ces mots').click();
  await expect(again.getByText('Laissé ici')).toBeVisible();
  await again.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(again);
  await expectAccessible(again);
  await again.getByRole('link', { name: /^Ouvrir la rubrique/ }).click();
  await expect(again.locator('.conflict')).toContainText('Écrit ailleurs.');
  await expect(again.locator('.conflict')).toContainText('Laissé ici');
  expect((await answersOf(id)).mission).toBe('Écrit ailleurs.');
  await again.getByRole('button', { name: 'Prendre l’autre texte' }).click();
  await expect(again.locator('[name="mission"]')).toHaveValue('Écrit ailleurs.');
  await expect.poll(() => keptIn(again)).toEqual([]);
});

test('two co-authors in the same rows: neither undoes the other, and one removed while writing is told', async ({
  browser,
}) => {
  const { id, home } = await newDraft();
  await coAuthor(id, 'edit');
  const [one, two] = [await person(browser), await person(browser)];
  await signInAs(one, 'applicant', `${home}/sections/teamSection`);
  await signInAs(two, 'fellow', `${home}/sections/teamSection`);
  const names = async () => ((await answersOf(id)).team as { name?: string }[] | undefined)?.map((row) => row.name);
  // Both begin with the same empty row: it is a person each.
  await one.locator('[name="team[0].name"]').fill('Ève Dupré');
  await saved(one);
  await two.locator('[name="team[0].name"]').fill('Paul Martin');
  await saved(two);
  expect(await names()).toEqual(['Ève Dupré', 'Paul Martin']);
  // The first page shows one row and goes on writing in it; the second adds another.
  await two.getByRole('button', { name: 'Ajouter : membre de l’équipe' }).click();
  await two.locator('[name="team[2].name"]').fill('Zoé Petit');
  await expect.poll(names).toEqual(['Ève Dupré', 'Paul Martin', 'Zoé Petit']);
  for (const text of ['Ève Dupré-Lune', 'Ève Dupré-Lune, cheffe']) {
    await one.locator('[name="team[0].name"]').fill(text);
    await expect.poll(names).toEqual([text, 'Paul Martin', 'Zoé Petit']);
  }
  // One removes a row the other has open.
  await two.locator('button[value^="remove:team:"]').nth(1).click();
  await expect(two.locator('[name="team[2].name"]')).toHaveCount(0);
  await one.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await one.waitForURL((url) => !url.pathname.endsWith('teamSection'));
  expect(await names()).toEqual(['Ève Dupré-Lune, cheffe', 'Zoé Petit']);

  await sql('DELETE FROM application_member WHERE application_id = $1', [id]);
  await two.locator('[name="team[1].name"]').fill('Zoé Petit, encore');
  await expect(two.getByText('Ce dossier n’est plus accessible.')).toBeVisible();
  await two.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await expect(two.locator('.error-summary')).toContainText('votre compte n’y donne pas accès');
  await expect(two.locator('[name="team[1].name"]')).toHaveValue('Zoé Petit, encore');
  expect(await names()).toEqual(['Ève Dupré-Lune, cheffe', 'Zoé Petit']);

  // Invited again, to read: the answers, what was typed here and could not be saved, and nothing to write in.
  await coAuthor(id, 'view');
  await two.goto(`${home}/sections/teamSection`);
  await two.waitForURL(/\/check$/);
  await expect(two.getByText('Zoé Petit', { exact: true })).toBeVisible();
  await expect(two.getByText('ne sont pas encore dans le dossier')).toBeVisible();
  await expect(two.locator('main').locator('textarea, select, input:not([type=hidden])')).toHaveCount(0);
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
  await page.goto(`${home}/check`);
  await expect(page.getByRole('heading', { name: 'Relire le dossier' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Modifier/ })).toHaveCount(0);
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
