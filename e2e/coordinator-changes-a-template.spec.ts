import { expect, test } from '@playwright/test';
import { expectAccessible, signInAs } from './support';

test('a coordinator writes a template, a challenge gets it, a next version is offered to its mentor item by item', async ({
  page,
  browser,
}) => {
  const name = `Préparer le bootcamp ${Date.now()}`;
  await signInAs(page, 'coordinator', '/fr/admin/onboarding/templates');
  await page.locator('summary', { hasText: 'Créer un modèle' }).click();
  await page.getByLabel('Titre de la liste, en français').fill(name);
  await page.getByRole('button', { name: 'Créer', exact: true }).click();
  await page.waitForURL(/templates\/preparer-le-bootcamp/);
  const key = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  const addItem = async (title: string) => {
    await page.getByRole('link', { name: /Ajouter un point à/ }).click();
    await page.getByLabel('Intitulé, en français').fill(title);
    await page.getByLabel('L’échéance se compte depuis').selectOption({ label: 'L’arrivée' });
    await page.getByLabel('Nombre de jours').fill('-10');
    await page.getByRole('button', { name: 'Enregistrer le point' }).click();
    await page.waitForURL(new RegExp(`templates/${key}\\?`));
  };
  await addItem('Réserver les trains');
  await page.getByRole('button', { name: 'Publier la version 1' }).click();
  await expect(page.getByText(/La version est publiée/)).toBeVisible();

  await page.goto(`/fr/admin/onboarding?cohort=promotion-6&list=${key}`);
  const challenge = page.getByLabel('Défi', { exact: true });
  const mine = await challenge.locator('option').filter({ hasText: 'Promotion 6' }).allTextContents();
  const browserMentor = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await signInAs(browserMentor, 'operational_mentor', '/fr/onboarding');
  const own = await browserMentor.getByRole('rowheader').first().textContent();
  await challenge.selectOption({ label: mine.find((label) => label.startsWith(own?.trim() ?? '')) ?? '' });
  await page.getByRole('button', { name: 'Donner la liste' }).click();
  await expect(page.getByText('La liste est donnée au défi.')).toBeVisible();

  await page.goto(`/fr/admin/onboarding/templates/${key}`);
  await addItem('Prévoir les repas');
  await page.getByRole('button', { name: /^Descendre Réserver les trains/ }).click();
  await page.waitForURL(/#reserver-les-trains/);
  await page.locator('summary', { hasText: 'Ce qui change' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Prévoir les repas' }).first()).toContainText('Nouveau');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Publier la version 2' }).click();
  await expect(page.getByText(/La version est publiée/)).toBeVisible();

  await browserMentor.goto('/fr/onboarding');
  await browserMentor.getByRole('row').filter({ hasText: name }).getByRole('link').click();
  await expect(browserMentor.getByText('Prévoir les repas')).toHaveCount(0);
  await browserMentor.getByRole('link', { name: 'Voir ce qui change' }).click();
  await expectAccessible(browserMentor);
  await browserMentor.getByRole('button', { name: 'Prendre : Prévoir les repas' }).click();
  await expect(browserMentor.getByText('Rien de nouveau')).toBeVisible();
  await browserMentor.getByRole('link', { name: 'Revenir à la liste' }).click();
  await expect(browserMentor.getByRole('link', { name: 'Prévoir les repas' }).first()).toBeVisible();
});
