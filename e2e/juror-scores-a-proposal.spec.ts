import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { digest } from '../lib/auth/tokens';
import { db } from '../lib/db';
import { assignment, file, juror, stage, typedGrid } from '../prisma/factories/jury';
import { expectAccessible, signInAs } from './support';

/** A session as the application would open it, without spending the sign-in allowance of the address. */
async function signedIn(context: BrowserContext, personId: string, baseURL: string): Promise<Page> {
  const token = `e2e-${personId}-${Math.random().toString(36).slice(2)}`;
  await db.session.create({
    data: { sessionToken: digest(token), personId, expires: new Date(Date.now() + 3_600_000) },
  });
  await context.addCookies([{ name: 'cohorte.session', value: token, url: baseURL }]);
  return context.newPage();
}

async function scene() {
  const stamp = Math.random().toString(36).slice(2, 8);
  const on = await stage(db, { number: stamp });
  const one = await juror(db, on, { name: `Jurée ${stamp}`, email: `une-${stamp}@demo.invalid` });
  const other = await juror(db, on, { name: `Autre ${stamp}`, email: `autre-${stamp}@demo.invalid` });
  const title = `Balises ${stamp}`;
  const id = await file(db, on, { title, answers: { projectName: title, problem: 'Les balises dérivent.' } });
  const [mine, theirs] = [await assignment(db, on, one.id, id), await assignment(db, on, other.id, id)];
  await db.review.create({
    data: {
      assignmentId: theirs,
      marks: marksOf(4),
      comment: 'Remarque de l’autre',
      verdict: 'favourable',
      sentAt: new Date(),
    },
  });
  return { on, one, mine, title };
}
const marksOf = (mark: number) => Object.fromEntries(Object.keys(typedGrid(mark).marks).map((key) => [key, mark]));

test('a juror reads and marks by keyboard, loses nothing on reload, and sees the others only after sending', async ({
  browser,
  baseURL,
}) => {
  const { one, mine, title } = await scene();
  const page = await signedIn(await browser.newContext({ baseURL, locale: 'fr-FR' }), one.id, baseURL as string);
  await page.goto('/fr/jury');
  await page.getByRole('link', { name: title }).click();
  await page.waitForURL(new RegExp(mine));
  await expectAccessible(page);
  await expect(page.getByText('Les balises dérivent.')).toBeVisible();
  await expect(page.getByText('Remarque de l’autre')).toHaveCount(0);

  const criteria = page.locator('[data-criterion]');
  for (let at = 0; at < 5; at++) {
    await criteria.nth(at).locator('input[type=radio]').first().focus();
    await page.keyboard.press('3');
    await expect(criteria.nth(at).locator('input[value="3"]')).toBeChecked();
  }
  await page.locator('[name="grid.comment"]').fill('Un besoin réel.');
  await expect(page.getByText(/Enregistré à/)).toBeVisible();
  await page.reload();
  await expect(page.locator('[name="grid.comment"]')).toHaveValue('Un besoin réel.');
  await expect(criteria.nth(4).locator('input[value="3"]')).toBeChecked();

  await page.getByRole('button', { name: 'Envoyer mon évaluation' }).click();
  await expect(page.getByText(/Il manque.*Votre avis/)).toBeVisible();
  await page.locator('[name="grid.verdict"][value="favourable"]').check();
  await page.getByRole('button', { name: 'Envoyer mon évaluation' }).click();
  await expect(page.getByText(/Vous pouvez la modifier jusqu’à la clôture/)).toBeVisible();
  await page.locator('summary', { hasText: /^Autre/ }).click();
  await expect(page.getByText('Remarque de l’autre')).toBeVisible();
  // Amended in a tunnel: nothing leaves, nothing is lost, and it goes once there is a network.
  await page.locator('[name="grid.comment"]').fill('Un besoin réel, et pressant.');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Envoyer la version modifiée' }).click();
  await expect(page.getByText(/votre modification n’est pas envoyée/)).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Envoyer la version modifiée' }).click();
  await expect
    .poll(async () => (await db.review.findUnique({ where: { assignmentId: mine } }))?.comment)
    .toBe('Un besoin réel, et pressant.');
  await expectAccessible(page);
});

test('two windows on one grid: nothing is overwritten, both texts are shown', async ({ browser, baseURL }) => {
  const { one, mine } = await scene();
  const context = await browser.newContext({ baseURL, locale: 'fr-FR' });
  const [left, right] = [await signedIn(context, one.id, baseURL as string), await context.newPage()];
  for (const page of [left, right]) await page.goto(`/fr/jury/files/${mine}`);
  await left.locator('[name="grid.comment"]').fill('Écrit à gauche');
  await expect(left.getByText(/Enregistré à/)).toBeVisible();
  await right.locator('[name="grid.comment"]').fill('Écrit à droite');
  const both = right.getByRole('region', { name: 'Cette grille a été modifiée ailleurs' });
  await expect(both.getByRole('cell', { name: 'Écrit à gauche' })).toBeVisible();
  await expect(both.getByRole('cell', { name: 'Écrit à droite' })).toBeVisible();
  await right.getByRole('button', { name: 'Garder ce que j’ai saisi ici' }).click();
  await expect(right.getByText(/Enregistré à/)).toBeVisible();
  await left.reload();
  await expect(left.locator('[name="grid.comment"]')).toHaveValue('Écrit à droite');
});

test('without JavaScript a draft is saved by its button; a failed saving keeps the text and tries again', async ({
  browser,
  baseURL,
}) => {
  const { one, mine } = await scene();
  const plain = await signedIn(
    await browser.newContext({ baseURL, javaScriptEnabled: false }),
    one.id,
    baseURL as string,
  );
  await plain.goto(`/fr/jury/files/${mine}`);
  await plain.locator('[name="grid.comment"]').fill('Sans script');
  await plain.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
  await plain.goto(`/fr/jury/files/${mine}`);
  await expect(plain.locator('[name="grid.comment"]')).toHaveValue('Sans script');

  const context = await browser.newContext({ baseURL, locale: 'fr-FR' });
  const page = await signedIn(context, one.id, baseURL as string);
  await page.goto(`/fr/jury/files/${mine}`);
  const comment = async () =>
    (await db.review.findUniqueOrThrow({ where: { assignmentId: mine }, select: { comment: true } })).comment;
  await context.setOffline(true);
  await page.locator('[name="grid.comment"]').fill('Écrit dans le tunnel');
  await expect(page.getByText('Hors connexion, gardé sur cet appareil.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/Enregistré à/)).toBeVisible({ timeout: 15_000 });
  expect(await comment()).toBe('Écrit dans le tunnel');

  // The lid closes in the tunnel: the text comes back with the page, and leaves as soon as there is a network.
  await context.setOffline(true);
  await page.locator('[name="grid.comment"]').fill('Écrit puis refermé');
  await expect(page.getByText('Hors connexion, gardé sur cet appareil.')).toBeVisible();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`/fr/jury/files/${mine}`);
  await expect(again.locator('[name="grid.comment"]')).toHaveValue('Écrit puis refermé');
  await expect(again.getByText(/Enregistré à/)).toBeVisible({ timeout: 15_000 });
  expect(await comment()).toBe('Écrit puis refermé');

  // Reloaded without a network, the grid opens again with what was saved since it was kept, and with what is typed then.
  const keptPages = () =>
    again.evaluate(async () =>
      (await (await caches.open('cohorte-grids')).keys()).map(({ url }) => new URL(url).pathname),
    );
  await expect.poll(keptPages).toContain(`/fr/jury/files/${mine}`);
  await context.setOffline(true);
  await again.reload();
  const text = again.locator('[name="grid.comment"]');
  await expect(text).toHaveValue('Écrit puis refermé');
  await expect(again.getByText('Les balises dérivent.')).toBeVisible();
  await text.fill('Écrit après rechargement');
  await again.getByRole('button', { name: 'Envoyer mon évaluation' }).click();
  await expect(again.getByText(/Hors connexion.*n’est pas envoyée/)).toBeVisible();
  await again.reload();
  await expect(text).toHaveValue('Écrit après rechargement');
  // Meanwhile the grid changed elsewhere: both texts are shown, the one typed in the tunnel is kept.
  await db.review.update({ where: { assignmentId: mine }, data: { comment: 'Ailleurs', version: { increment: 1 } } });
  await context.setOffline(false);
  const both = again.getByRole('region', { name: 'Cette grille a été modifiée ailleurs' });
  await expect(both.getByRole('cell', { name: 'Ailleurs' })).toBeVisible({ timeout: 15_000 });
  await both.getByRole('button', { name: 'Garder ce que j’ai saisi ici' }).click();
  await expect(again.getByText(/Enregistré à/)).toBeVisible();
  expect(await comment()).toBe('Écrit après rechargement');

  // Signing out leaves nothing of it in this browser.
  await again.getByRole('button', { name: 'Se déconnecter' }).click();
  await again.waitForURL((url) => !url.pathname.includes('/jury/'));
  const left = () => again.evaluate(async () => [await caches.keys(), Object.keys(localStorage)]);
  await expect.poll(left).toEqual([[], []]);
});

test('a grid filled by hand is typed by the coordination, named as who typed it', async ({ page }) => {
  const { on, mine, title } = await scene();
  await signInAs(page, 'coordinator', `/fr/admin/jury/${on.id}/paper/${mine}`);
  await page.goto(`/fr/admin/jury/${on.id}/paper/${mine}`);
  await expect(page.getByText(title)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /Saisir|Enregistrer/ }).click();
  await expect(page.getByText(/Il manque/)).toBeVisible();
  for (const criterion of await page.locator('[data-criterion]').all())
    await criterion.locator('input[value="4"]').check();
  await page.locator('[name="grid.verdict"][value="favourable"]').check();
  await page.locator('[name="grid.comment"]').fill('Lu sur le papier.');
  await page.getByRole('button', { name: /Saisir|Enregistrer/ }).click();
  await page.waitForURL(/\/assignment/);
  const kept = await db.review.findUniqueOrThrow({ where: { assignmentId: mine } });
  expect(kept).toMatchObject({ comment: 'Lu sur le papier.', verdict: 'favourable' });
  expect([kept.sentAt, kept.enteredById].every(Boolean)).toBe(true);
  const printed = await page.request.get(`/api/jury/grids/${on.id}`);
  expect([printed.status(), printed.headers()['content-type']]).toEqual([200, 'application/pdf']);
});

test('an anonymous stage names nobody: masked by itself, worded by the coordination, seen as a juror; then compared with an earlier rubric', async ({
  page,
  browser,
  baseURL,
}) => {
  const stamp = Math.random().toString(36).slice(2, 8);
  const on = await stage(db, { number: stamp, template: 'cohort6_candidates' });
  const one = await juror(db, on, { name: `Lectrice ${stamp}`, email: `lectrice-${stamp}@demo.invalid` });
  const secrets = ['Le Goff', 'Direction secrète', `Phare ${stamp}`, 'marins de Brest', 'curriculum'];
  const id = await file(db, on, {
    title: `Phare ${stamp}`,
    answers: {
      projectName: `Phare ${stamp}`,
      problem: 'Anaïs Le Goff dit que les balises dérivent.',
      beneficiaries: 'Les marins de Brest',
      projectLead: { firstName: 'Anaïs', lastName: 'Le Goff', email: `anais-${stamp}@demo.invalid` },
      operator: { name: 'Direction secrète' },
    },
  });
  const mine = await assignment(db, on, one.id, id);
  const preview = `/fr/admin/jury/${on.id}/preview/${id}`;
  await signInAs(page, 'coordinator', preview);
  await page.goto(preview);
  await expect(page.getByText('[…] dit que les balises dérivent.').first()).toBeVisible();
  await expectAccessible(page);
  const word = async (field: string, text: string) => {
    const box = page.locator(`#redaction-${field}`);
    await page.locator('details', { has: box }).locator('summary').click();
    await box.fill(text);
    await page.locator('details', { has: box }).getByRole('button', { name: 'Enregistrer ce texte' }).click();
    await expect(page.locator('details', { has: box }).getByText('réécrit')).toBeVisible();
  };
  await word('title', 'Projet sans nom');
  await word('beneficiaries', '');
  await expect(page.getByRole('heading', { level: 1, name: 'Projet sans nom' })).toBeVisible();

  const reader = await signedIn(await browser.newContext({ baseURL, locale: 'fr-FR' }), one.id, baseURL as string);
  // Every byte a juror is given: pages, what the router asks for, and the search.
  const address = `/fr/jury/files/${mine}`;
  for (const [url, headers] of [
    ['/fr/jury', {}],
    [address, {}],
    [address, { RSC: '1' }],
    [`/fr/search?q=${encodeURIComponent(`Phare ${stamp}`)}`, { RSC: '1' }],
  ] as const) {
    const text = await (await reader.request.get(url, { headers: { ...headers } })).text();
    for (const secret of secrets.filter((each) => !url.includes('search') || each !== `Phare ${stamp}`))
      expect(text.includes(secret), `${secret} in ${url}`).toBe(false);
  }
  await reader.goto(address);
  await expect(reader.getByRole('heading', { level: 1, name: 'Projet sans nom' })).toBeVisible();
  await expect(reader.getByText('[…] dit que les balises dérivent.')).toBeVisible();

  const before = await stage(db, { number: `${stamp}b` });
  await page.goto(`/fr/admin/jury/${on.id}/compare`);
  await page.getByLabel('Grille antérieure').selectOption(before.id);
  await page.getByRole('button', { name: 'Comparer', exact: true }).click();
  await page.getByText('Dire ce que chaque critère est devenu').click();
  await page.getByLabel('« Ouverture » est devenu').selectOption({ label: 'Sens de l’intérêt général' });
  await page.getByRole('button', { name: 'Enregistrer la correspondance' }).click();
  await expect(page.getByRole('row', { name: /Sens de l’intérêt général.*Ouverture/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /abandonné.*Pertinence du besoin/ })).toBeVisible();
  await expectAccessible(page);
});
