import { expect, type Page, test } from '@playwright/test';
import { db } from '../lib/db';
import { file, stage } from '../prisma/factories/jury';
import { expectAccessible, sql } from './support';

/** From the front door to a recorded decision without a pointer: what is reached is seen, what is done is undone. */
const stamp = Math.random().toString(36).slice(2, 8);

/** Presses Tab until the focus is on what is named; what has the focus must show it. */
async function tabTo(page: Page, name: RegExp | string, most = 60): Promise<void> {
  const wanted = typeof name === 'string' ? new RegExp(`^${name}$`) : name;
  for (let pressed = 0; pressed < most; pressed++) {
    const here = await page.evaluate(() => {
      const active = document.activeElement as HTMLInputElement | null;
      if (!active || active === document.body || active.tagName === 'MAIN') return null;
      const style = getComputedStyle(active);
      const row = active.closest('.card, .row-link') ?? active;
      const name = active.getAttribute('aria-label') || active.labels?.[0]?.textContent || active.textContent || '';
      const seen = [style, getComputedStyle(row)].some(
        (one) => one.outlineStyle !== 'none' || one.boxShadow !== 'none',
      );
      return { name: name.trim().replace(/\s+/g, ' '), seen };
    });
    if (here && wanted.test(here.name)) {
      expect(here.seen, `the focus on « ${here.name} » can be seen`).toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${most} presses of Tab do not reach ${wanted}`);
}

test('a coordinator finds a file, declares it eligible and takes it back, with the keyboard alone', async ({
  page,
}) => {
  const on = await stage(db, { number: `k${stamp}` });
  const id = await file(db, on, { title: `Phares au clavier ${stamp}`, state: 'submitted' });
  const stateOf = async () =>
    (await sql<{ state: string }>('SELECT state FROM application WHERE id = $1', [id]))[0]?.state;

  await test.step('she signs in', async () => {
    const [{ name } = { name: '' }] = await sql<{ name: string }>(
      "SELECT name FROM person WHERE extra->>'demoRole' = 'coordinator' ORDER BY name LIMIT 1",
    );
    await page.goto('/fr/demo');
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toHaveText('Aller au contenu');
    await page.keyboard.press('Enter');
    await tabTo(page, new RegExp(name));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/fr\/(today|admin)/);
  });

  await test.step('she reads the keys, then searches: the answer opens', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const help = page.getByRole('dialog', { name: 'Raccourcis clavier' });
    // Keys are heard once the page's scripts run: one that came too early is pressed again, as a person would.
    await expect(async () => {
      if (!(await help.isVisible())) await page.keyboard.press('?');
      await expect(help).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    const box = page.getByRole('dialog', { name: 'Rechercher' });
    await expect(box).toBeVisible();
    await page.keyboard.type(`clavier phares ${stamp}`);
    await expect(box.getByRole('link', { name: `Phares au clavier ${stamp}` })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/admin/applications/${id}`));
  });

  await test.step('she writes why, decides, and sees it written', async () => {
    await tabTo(page, 'Recevabilité', 120);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/eligibility$/);
    // What this bare file shows by itself (late, incomplete) is not what she finds: two rules, by the arrow keys.
    for (const _ of ['deadline', 'complete']) {
      await tabTo(page, 'Non respecté', 120);
      await page.keyboard.press('ArrowUp');
    }
    await tabTo(page, /^Motif/, 120);
    await page.keyboard.type('Dossier complet, déposé à temps.');
    await tabTo(page, 'Déclarer recevable');
    await page.keyboard.press('Enter');
    await expect.poll(stateOf).toBe('eligible');
    await expect(page.getByText('Dossier complet, déposé à temps.').first()).toBeVisible();
  });

  await test.step('and takes it back', async () => {
    await tabTo(page, 'Annuler cette décision', 120);
    await page.keyboard.press('Enter');
    await expect.poll(stateOf).toBe('submitted');
  });
});

test('the same search is a page that needs no script, and shows each reader their own', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const visitor = await context.newPage();
  await visitor.goto('/fr');
  await visitor.getByRole('link', { name: 'Rechercher' }).click();
  await visitor.getByRole('main').getByRole('searchbox').fill('enki');
  await visitor.getByRole('main').getByRole('button', { name: 'Chercher' }).click();
  await expect(visitor).toHaveURL(/\/fr\/search\?q=enki/);
  await visitor.getByRole('main').getByRole('link', { name: 'Enki', exact: true }).click();
  await expect(visitor.getByRole('heading', { level: 1 })).toContainText('Enki');
  await visitor.goto('/fr/search?q=zzzz');
  await expect(visitor.getByText('Rien ne correspond à ces mots')).toBeVisible();
  await context.close();
});
