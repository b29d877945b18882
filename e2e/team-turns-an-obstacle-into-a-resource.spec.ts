import { expect, test } from '@playwright/test';
import { expectAccessible, signInAs } from './support';

test('an obstacle is logged in seconds, taken on, settled with what worked, and becomes a resource for the next', async ({
  page,
  browser,
}) => {
  const title = `Pas de serveur de recette ${Date.now()}`;
  await signInAs(page, 'fellow', '/fr/today');
  await page.getByRole('navigation').getByRole('link', { name: 'Entraide' }).click();
  await page.waitForURL(/\/obstacles/);
  await page.getByRole('link', { name: 'Signaler un obstacle' }).click();
  await page.getByLabel('Ce qui coince').fill(title);
  await page.getByLabel('Famille').selectOption({ label: 'Technique' });
  await page.getByLabel('Bloquant').check();
  await page.getByRole('button', { name: 'Signaler' }).click();
  await page.waitForURL(/\/obstacles\/[0-9a-f-]{36}/);
  const address = new URL(page.url()).pathname;
  // Who and what can help is there at once: resources, what other cohorts settled, people to ask.
  const help = page.getByRole('region', { name: 'Qui et quoi peuvent aider' });
  await expect(help.getByText('Ressource').first()).toBeVisible();
  await expect(help.getByText('Résolu dans une autre promotion').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Appeler la coordination' }).click();
  await expect(page.getByText(/La coordination a été appelée/)).toBeVisible();

  const team = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await signInAs(team, 'coordinator', '/fr/today');
  await team.getByRole('link', { name: new RegExp(title) }).click();
  await team.waitForURL(new RegExp(address));
  await team.locator('summary', { hasText: 'Dire qui s’en occupe' }).click();
  await team.getByLabel('Qui s’en occupe').selectOption({ label: 'Camille Deschamps' });
  await team.getByLabel('Prochaine étape').fill('Demander une machine au service d’hébergement');
  await team.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(team.getByText('Prochaine étape enregistrée.')).toBeVisible();

  await page.goto(address);
  await expect(page.getByText('Demander une machine au service d’hébergement').first()).toBeVisible();
  await page.locator('summary', { hasText: 'C’est réglé' }).click();
  await page.getByLabel('Ce qui a marché').fill('Une machine partagée avec le défi voisin, obtenue en trois jours.');
  await page.getByRole('button', { name: 'Marquer comme résolu' }).click();
  await expect(page.getByText('Obstacle résolu, merci de l’avoir raconté.')).toBeVisible();

  await team.goto('/fr/resources');
  await team.getByRole('region', { name: 'Propositions à publier' }).getByRole('link', { name: title }).click();
  await team.getByRole('button', { name: 'Publier' }).click();
  await expect(team.getByText('C’est fait.')).toBeVisible();

  await page.goto(`/fr/resources?q=${encodeURIComponent(title.toUpperCase())}`);
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByText('Une machine partagée avec le défi voisin')).toBeVisible();
  await page.getByLabel('Oui').check();
  await page.getByRole('button', { name: 'Répondre' }).click();
  await expect(page.getByText('Merci de votre avis.')).toBeVisible();
});
