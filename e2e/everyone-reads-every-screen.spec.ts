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

/** What readers do to letters: twice as large (RGAA 10.4), and spaced (WCAG 1.4.12). Nothing then leaves the page. */
const LETTERS: readonly [width: number, css: string][] = [
  [1280, 'html { font-size: 200% }'],
  [320, '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }'],
];

type Look = { width: 1280 | 320; scheme: 'light' | 'dark'; axe?: 'all' | 'colours' };

/**
 * Each language at both widths: French is the longer, and meets both themes at both. A page is loaded once a language
 * and looked at again as its reader turns the phone or the light changes: the dark looks then differ by colours only.
 */
const LOOKS: Record<'fr' | 'en', readonly Look[]> = {
  fr: [
    { width: 1280, scheme: 'light', axe: 'all' },
    { width: 1280, scheme: 'dark', axe: 'colours' },
    { width: 320, scheme: 'dark', axe: 'colours' },
    { width: 320, scheme: 'light', axe: 'all' },
  ],
  en: [
    { width: 320, scheme: 'dark', axe: 'all' },
    { width: 1280, scheme: 'dark' },
  ],
};

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

/** Reflow, and axe where that look can show it something new. */
async function faultsOf(page: Page, { width, scheme, axe }: Look): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  const faults = axe ? await accessibilityFaults(page, axe) : [];
  const over = await sidewaysScroll(page);
  if (over > 0) faults.push(`scrolls sideways by ${over} px`);
  return faults.map((fault) => `${width} px, ${scheme}: ${fault}`);
}

async function lettersThatOverflow(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [width, css] of LETTERS) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, css);
    const over = await sidewaysScroll(page);
    if (over > 0) faults.push(`${width} px, ${css}: scrolls sideways by ${over} px`);
  }
  return faults;
}

/** One heading, a title of its own, and message keys shown as they are ("namespace.key") because their words are missing. */
async function wordsMissingIn(page: Page): Promise<string[]> {
  const titles = await page.locator('h1').count();
  // Hidden words too, but not the data that pages hand to their scripts.
  const words =
    (
      await page.evaluate(() => {
        const copy = document.body.cloneNode(true) as HTMLElement;
        for (const script of copy.querySelectorAll('script, style, code')) script.remove();
        return copy.textContent ?? '';
      })
    ).match(/\b[a-z]+(?:\.[a-zA-Z]+)+\b|\bundefined\b|\bNaN\b/g) ?? [];
  const home = /^\/(fr|en)$/.test(new URL(page.url()).pathname);
  const named = home || (await page.title()) !== 'Cohorte';
  return [
    ...(titles === 1 ? [] : [`${titles} titles of first level`]),
    ...(named ? [] : ['no title of its own']),
    ...words.filter((word) => !word.includes('.') || keys.has(word)),
  ];
}

test.beforeAll(leaveOneMail);

for (const reader of [null, ...ROLES]) {
  const all = pages.filter(([, access]) => readerOf(access) === reader);
  const batches = Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) =>
    all.slice(at * BATCH, (at + 1) * BATCH),
  );
  for (const [locale, own, at] of (['fr', 'en'] as const).flatMap((locale) =>
    batches.map((batch, at) => [locale, batch, at] as const),
  )) {
    const part = batches.length > 1 ? `, part ${at + 1}` : '';
    test(`${reader ?? 'a visitor'} reads every screen in ${locale === 'fr' ? 'French' : 'English'}${part}`, async ({
      page,
    }) => {
      test.setTimeout(300_000);
      if (reader) await signInAs(page, reader);
      const told: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !/404/.test(message.text()))
          told.push(`${page.url()}: ${message.text().slice(0, 200)}`);
      });
      for (const [route, access] of own) {
        const address = await addressOf(route, access, locale);
        if (address === null) {
          told.push(`${route}: the demo has nothing to show there`);
          continue;
        }
        await page.goto(address);
        const faults = await wordsMissingIn(page);
        for (const look of LOOKS[locale]) faults.push(...(await faultsOf(page, look)));
        if (locale === 'fr') faults.push(...(await lettersThatOverflow(page)));
        told.push(...faults.map((fault) => `${address}: ${fault}`));
      }
      expect(told).toEqual([]);
    });
  }
}
