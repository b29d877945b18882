import { type Browser, expect, type Page, test } from '@playwright/test';
import { digest } from '../lib/auth/tokens';
import { db } from '../lib/db';
import type { PersonViewer } from '../lib/viewer';
import { assignment, file, juror, person, stage } from '../prisma/factories/jury';
import { expectAccessible, expectNoSidewaysScroll, signInAs } from './support';

async function pageOf(browser: Browser, baseURL: string, who: PersonViewer, width = 1280): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width, height: 800 },
  });
  const token = `e2e-${who.id}-${Math.random().toString(36).slice(2)}`;
  await db.session.create({
    data: { sessionToken: digest(token), personId: who.id, expires: new Date(Date.now() + 3_600_000) },
  });
  await context.addCookies([{ name: 'cohorte.session', value: token, url: baseURL }]);
  return context.newPage();
}

test('a juror asks, the coordination lets it through, the project answers from its phone, the juror reads', async ({
  browser,
  baseURL,
  page,
}) => {
  test.setTimeout(180_000);
  const base = baseURL as string;
  const stamp = Math.random().toString(36).slice(2, 8);
  const on = await stage(db, { number: stamp, settings: { titlesOpen: true } });
  const one = await juror(db, on, { name: `Jurée ${stamp}`, email: `q-${stamp}@demo.invalid` });
  const owner = await person(db, { name: `Porteuse ${stamp}`, email: `porteuse-${stamp}@demo.invalid` });
  const title = `Bouées ${stamp}`;
  const near = `Phares ${stamp}`;
  const id = await file(db, on, { title, ownerId: owner.id });
  await file(db, on, { title: near });
  const mine = await assignment(db, on, one.id, id);
  const reader = await pageOf(browser, base, one);

  await test.step('before any content, a tie declared on a title takes the file away', async () => {
    await reader.goto('/fr/today');
    await reader.getByRole('link', { name: /Dire vos liens/ }).click();
    await reader.waitForURL(/\/jury\/ties\//);
    const row = reader.getByRole('listitem').filter({ hasText: near });
    await row.locator('summary').click();
    await row.getByLabel('Nature du lien').selectOption('family');
    await row.getByRole('button', { name: 'Déclarer ce lien' }).click();
    await expect(reader.getByText('Le lien est déclaré')).toBeVisible();
    await expect(reader.getByText(near)).toHaveCount(0);
    await expectAccessible(reader);
    await reader.getByRole('button', { name: 'J’ai tout parcouru' }).click();
    await expect(reader.getByText('Merci')).toBeVisible();
  });

  await test.step('the question waits for the coordination', async () => {
    await reader.goto(`/fr/jury/files/${mine}`);
    await reader.getByText('Poser une question au projet').click();
    await reader.getByLabel('Votre question').fill('Qui reprend après ?');
    await reader.getByRole('button', { name: 'Envoyer à la coordination' }).click();
    await expect(reader.getByText('Attend la coordination')).toBeVisible();
  });

  await test.step('the coordination words it and lets it through', async () => {
    await signInAs(page, 'coordinator', `/fr/admin/jury/${on.id}/questions`);
    await page.goto(`/fr/admin/jury/${on.id}/questions`);
    await expectAccessible(page);
    await page.getByText('Transmettre au projet').click();
    await page.getByLabel('Question telle qu’elle part').fill('Qui reprendra l’outil ?');
    await page.getByLabel('Réponse attendue avant la fin du').fill('2035-03-26');
    await page.getByRole('button', { name: 'Transmettre la question' }).click();
    await expect(page.getByText('Transmise', { exact: true }).first()).toBeVisible();
  });

  await test.step('the project finds it on Today and answers, without knowing who asked', async () => {
    const phone = await pageOf(browser, base, owner, 320);
    await phone.goto('/fr/today');
    await phone.getByRole('link', { name: /Répondre à une question/ }).click();
    await expect(phone.getByText('Qui reprendra l’outil ?')).toBeVisible();
    await expect(phone.getByText(one.name)).toHaveCount(0);
    await expectAccessible(phone);
    await expectNoSidewaysScroll(phone);
    await phone.getByLabel('Qui reprendra l’outil ?').fill('Deux développeuses.');
    await phone.getByRole('button', { name: /Envoyer/ }).click();
    await expect.poll(() => db.hearingQuestion.count({ where: { applicationId: id, state: 'answered' } })).toBe(1);
  });

  await reader.goto(`/fr/jury/files/${mine}`);
  await expect(reader.getByText('Deux développeuses.')).toBeVisible();
  await expect(reader.getByText('Qui reprendra l’outil ?')).toBeVisible();
  await expectAccessible(reader);
});
