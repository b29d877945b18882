import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { type Access, MATRIX, ROLES, type Role } from './permissions';
import { addressOf, expectAccessible, expectNoSidewaysScroll, signInAs } from './support';

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
const pages = Object.entries(MATRIX).filter(([route]) => screens.has(route));

/** Wide and light in French, narrow and dark in English: each width, theme and language meets every page. */
const LOOKS = [
  { name: 'wide, light, in French', width: 1280, scheme: 'light', locale: 'fr' },
  { name: 'narrow, dark, in English', width: 320, scheme: 'dark', locale: 'en' },
  { name: 'narrow, light, in French', width: 320, scheme: 'light', locale: 'fr' },
] as const;

for (const reader of [null, ...ROLES]) {
  const own = pages.filter(([, access]) => readerOf(access) === reader);
  if (own.length === 0) continue;
  for (const look of LOOKS) {
    test(`${reader ?? 'a visitor'} reads every screen, ${look.name}`, async ({ page }) => {
      test.setTimeout(300_000);
      if (reader) await signInAs(page, reader);
      await page.setViewportSize({ width: look.width, height: 900 });
      await page.emulateMedia({ colorScheme: look.scheme, reducedMotion: 'reduce' });
      const missing: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !/404/.test(message.text()))
          missing.push(`${page.url()}: ${message.text().slice(0, 200)}`);
      });
      for (const [route, access] of own) {
        const address = await addressOf(route, access, look.locale);
        expect(address, route).not.toBeNull();
        await page.goto(address ?? '/');
        const text = await page.locator('body').innerText();
        // next-intl shows "namespace.key" where a message is missing.
        for (const key of text.match(/\b[a-z]+(?:\.[a-zA-Z]+){2,}\b/g) ?? [])
          if (!/\.(fr|en|org|com|gouv|invalid|md|pdf)\b/.test(key)) missing.push(`${address}: ${key}`);
        await expect.soft(page.locator('h1'), `${address}: one title`).toHaveCount(1);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }
      expect(missing).toEqual([]);
    });
  }
}
