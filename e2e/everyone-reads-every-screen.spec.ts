import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type Access, MATRIX, ROLES, type Role } from './permissions';
import { accessibilityFaults, addressOf, leaveOneMail, sidewaysScroll, signInAs } from './support';

/** Every page of the matrix, read by the first role that may: no axe violation, no sideways scroll, no missing words. */
const readerOf = (access: Access): Role | null =>
  access.who === 'everyone'
    ? null
    : access.who === 'signed-in'
      ? 'applicant'
      : (ROLES.find((role) => access.who.includes(role)) ?? null);

const APP = path.join(import.meta.dirname, '..', 'app');
const screens = new Set(
  readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('page.tsx'))
    .map((file) => `/${path.dirname(file)}`.replace(/\/\(\w+\)/g, '')),
);
const pages = Object.entries(MATRIX).filter(([route, access]) => screens.has(route) && !access.elsewhere);

/** Both widths in both themes, each language on both: French is the longer, and meets the narrow page too. */
const LOOKS = [
  { name: 'wide, light, in French', width: 1280, scheme: 'light', locale: 'fr' },
  { name: 'narrow, dark, in English', width: 320, scheme: 'dark', locale: 'en' },
  { name: 'narrow, light, in French', width: 320, scheme: 'light', locale: 'fr' },
  { name: 'wide, dark, in English', width: 1280, scheme: 'dark', locale: 'en' },
] as const;

/** So many screens a test: the coordination's are many, and two tests at once read them in half the time. */
const BATCH = 40;

/** Every place of the messages, sentences and groups of them: a page that shows one of these names lacks its words. */
const keys = new Set<string>();
const note = (value: unknown, key: string): void => {
  keys.add(key);
  if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) note(inner, `${key}.${name}`);
};
const MESSAGES = path.join(APP, '..', 'messages', 'fr');
for (const file of readdirSync(MESSAGES))
  note(JSON.parse(readFileSync(path.join(MESSAGES, file), 'utf8')), path.basename(file, '.json'));

/** Axe, reflow, one title, and message keys shown as they are ("namespace.key") because their words are missing. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults = await accessibilityFaults(page);
  const over = await sidewaysScroll(page);
  if (over > 0) faults.push(`scrolls sideways by ${over} px`);
  const titles = await page.locator('h1').count();
  if (titles !== 1) faults.push(`${titles} titles of first level`);
  // Hidden words too, but not the data that pages hand to their scripts.
  const words =
    (
      await page.evaluate(() => {
        const copy = document.body.cloneNode(true) as HTMLElement;
        for (const script of copy.querySelectorAll('script, style, code')) script.remove();
        return copy.textContent ?? '';
      })
    ).match(/\b[a-z]+(?:\.[a-zA-Z]+)+\b/g) ?? [];
  return [...faults, ...words.filter((word) => keys.has(word))];
}

test.beforeAll(leaveOneMail);

for (const reader of [null, ...ROLES]) {
  const all = pages.filter(([, access]) => readerOf(access) === reader);
  const batches = Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) =>
    all.slice(at * BATCH, (at + 1) * BATCH),
  );
  for (const [look, own, at] of LOOKS.flatMap((look) => batches.map((batch, at) => [look, batch, at] as const))) {
    const part = batches.length > 1 ? `, part ${at + 1}` : '';
    test(`${reader ?? 'a visitor'} reads every screen, ${look.name}${part}`, async ({ page }) => {
      test.setTimeout(300_000);
      if (reader) await signInAs(page, reader);
      await page.setViewportSize({ width: look.width, height: 900 });
      await page.emulateMedia({ colorScheme: look.scheme, reducedMotion: 'reduce' });
      const told: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !/404/.test(message.text()))
          told.push(`${page.url()}: ${message.text().slice(0, 200)}`);
      });
      for (const [route, access] of own) {
        const address = await addressOf(route, access, look.locale);
        if (address === null) {
          told.push(`${route}: the demo has nothing to show there`);
          continue;
        }
        await page.goto(address);
        told.push(...(await faultsOf(page)).map((fault) => `${address}: ${fault}`));
      }
      expect(told).toEqual([]);
    });
  }
}
