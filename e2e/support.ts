import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import pg from 'pg';
import type { Access, Role } from './permissions';

/** The demo's account of each role. */
async function personOf(role: Role): Promise<string> {
  const [row] = await sql<{ id: string }>(
    "SELECT id::text FROM person WHERE extra->>'demoRole' = $1 ORDER BY name LIMIT 1",
    [role],
  );
  if (!row) throw new Error(`the demo has no account for ${role}`);
  return row.id;
}

let pool: pg.Pool | undefined;

/** Reads and prepares what a person could not see in the page, in the application's own database. */
export async function sql<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
  pool ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2, allowExitOnIdle: true });
  return (await pool.query<T>(text, values)).rows;
}

/** One mail in the local mailbox, for the page that shows one. */
export async function leaveOneMail(): Promise<void> {
  await sql(`INSERT INTO outbox_message (id, key, "to", template, subject, text, html, sent_at)
    VALUES (gen_random_uuid(), 'matrix', 'matrix@demo.invalid', 'test', 'Matrice', 'Texte', '<p>Texte</p>', now()) ON CONFLICT DO NOTHING`);
}

/** The address of a route with real parameters, or null when the demo has nothing to show there. */
export async function addressOf(route: string, access: Access, locale = 'fr'): Promise<string | null> {
  const values = access.sample ? Object.values((await sql(access.sample))[0] ?? {}) : [];
  let missing = false;
  const path = route.replace('/[locale]', `/${locale}`).replace(/\[(?:\.\.\.)?\w+\]/g, () => {
    const value = values.shift();
    if (value === undefined) missing = true;
    return encodeURIComponent(String(value));
  });
  return missing ? null : path + (access.query ?? '');
}

/** Signs in by the demo's page, as a person would: one click. */
export async function signInAs(page: Page, role: Role, next = ''): Promise<void> {
  const id = await personOf(role);
  await page.goto(`/fr/demo${next ? `?next=${encodeURIComponent(next)}` : ''}`);
  await page.locator(`form:has(input[name=personId][value="${id}"]) button`).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/demo'));
}

/** Signs in with an address: asks for a code, reads it in the local mailbox, types it. */
export async function signInByMail(page: Page, email: string): Promise<void> {
  await page.goto('/fr/sign-in');
  await signInWithCode(page, email);
  await page.waitForURL(/\/today/);
}

/** The same from the sign-in page one was sent to. */
export async function signInWithCode(page: Page, email: string): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByRole('button', { name: 'Recevoir mon code' }).click();
  await page.waitForURL(/\/sign-in\/code/);
  const [mail] = await sql<{ subject: string }>(
    'SELECT subject FROM outbox_message WHERE "to" = $1 ORDER BY created_at DESC LIMIT 1',
    [email],
  );
  await page.getByLabel('Code à huit chiffres').fill(mail?.subject.match(/[\d ]{9,}$/)?.[0] ?? '');
  await page.getByRole('button', { name: 'Me connecter' }).click();
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice'];
const WHOLE: axe.RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'tag', values: TAGS },
  rules: { 'target-size': { enabled: true } },
};
/** The rules whose answer a theme can change. */
const COLOURS: axe.RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

/** What axe finds wrong on the page as it stands: WCAG 2.2 AA and RGAA, target size included; or in its colours only. */
export async function accessibilityFaults(page: Page, which: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return await page.evaluate(
    async (options) =>
      (await (window as unknown as { axe: typeof axe }).axe.run(document, options)).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
      ),
    which === 'all' ? WHOLE : COLOURS,
  );
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFaults(page), page.url()).toEqual([]);
}

/** By how many pixels the page scrolls sideways: zero is what WCAG calls reflow. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await sidewaysScroll(page), page.url()).toBeLessThanOrEqual(0);
}
