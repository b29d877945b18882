import { expect, test } from '@playwright/test';
import { expectAccessible, signInAs, sql } from './support';

/** A line of the demo mentor's list, put back as if nobody had touched it. */
async function untouched(key: string): Promise<{ id: string; slug: string }> {
  const [row] = await sql<{ id: string; slug: string }>(
    `UPDATE checklist_item i SET state = 'open', answer = NULL, note = '', touched_at = NULL, closed_at = NULL, by_id = NULL, version = i.version + 1
     FROM checklist l, challenge c, role_assignment r, person p
     WHERE l.id = i.checklist_id AND c.id = l.challenge_id AND r.challenge_id = c.id AND r.kind = 'operational_mentor' AND p.id = r.person_id
       AND p.extra->>'demoRole' = 'operational_mentor' AND i.item_key = $1 AND i.position_id IS NULL RETURNING i.id::text, c.slug`,
    [key],
  );
  if (!row) throw new Error(`the demo has no line ${key}`);
  return row;
}

test('a mentor prepares an arrival: answers, hands a line to IT by a signed link, reads the answer', async ({
  page,
  browser,
}) => {
  const desks = await untouched('desks');
  const internet = await untouched('open-internet');
  await signInAs(page, 'operational_mentor', `/fr/onboarding/${desks.slug}?list=arrival`);

  const row = page.getByRole('listitem').filter({ hasText: 'Réserver les bureaux' }).last();
  await expect(row).toContainText('En retard');
  await row.getByRole('link').click();
  await page.getByLabel('Oui').check();
  await page.getByLabel('Précisions').fill('Bureau 214, deuxième étage.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.waitForURL(/list=arrival/);
  await expect(page.getByRole('listitem').filter({ hasText: 'Réserver les bureaux' }).last()).toContainText('Fait');

  // A piece is attached by a plain form, read by the challenge's people, and looks absent to anyone else.
  await page.goto(`/fr/onboarding/${desks.slug}/${desks.id}`);
  const pdf = { name: 'plan des bureaux.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') };
  await page.getByLabel('Joindre une pièce').setInputFiles(pdf);
  await page.getByRole('button', { name: 'Joindre', exact: true }).click();
  await expect(page.getByText('La pièce est jointe.')).toBeVisible();
  const file = (await page.getByRole('link', { name: pdf.name }).first().getAttribute('href')) ?? '';
  const sent = await page.request.get(file);
  expect(sent.headers()['content-disposition']).toMatch(/^attachment/);
  expect(await sent.text()).toBe('%PDF-1.7\n');
  await page.getByLabel('Joindre une pièce').setInputFiles({ ...pdf, name: 'plan.png' });
  await page.getByRole('button', { name: 'Joindre', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'n’est pas d’un type accepté' })).toBeVisible();

  await page.goto(`/fr/onboarding/${internet.slug}/${internet.id}`);
  await page.locator('summary', { hasText: 'Confier ce point' }).click();
  const email = `reseau-${Date.now()}@ministere.invalid`;
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel(/^Nom/).fill('Équipe réseau');
  await page.getByLabel(/^Message/).fill('Bureau 214, trois prises. Merci !');
  await page.getByRole('button', { name: 'Envoyer le lien' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Équipe réseau' }).first()).toContainText(
    'Valable jusqu’au',
  );

  const [mail] = await sql<{ text: string }>('SELECT text FROM outbox_message WHERE "to" = $1', [email]);
  const link = new URL(mail?.text.match(/https?:\S+\/delegated\/\S+/)?.[0] ?? '');
  const stranger = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  expect((await stranger.request.get(file)).status()).toBe(404);
  const response = await stranger.goto(link.pathname);
  expect(response?.headers()['x-robots-tag']).toContain('noindex');
  await expect(stranger.locator('meta[name=robots]').first()).toHaveAttribute('content', /noindex/);
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Ouvrir un accès non bridé à Internet');
  await expect(stranger.getByText('Bureau 214, trois prises')).toBeVisible();
  // Nothing of the rest of the list.
  await expect(stranger.getByText('Réserver les bureaux')).toHaveCount(0);
  await expect(stranger.getByText('deuxième étage')).toHaveCount(0);
  await expectAccessible(stranger);
  await stranger.getByLabel('Oui').check();
  await stranger.getByLabel('Précisions').fill('Ticket 4211, ouvert ce matin.');
  await stranger.getByRole('button', { name: 'Envoyer ma réponse' }).click();
  await expect(stranger.getByText('Réponse envoyée')).toBeVisible();

  await page.reload();
  await expect(page.getByLabel('Précisions')).toHaveValue('Ticket 4211, ouvert ce matin.');
  await page.locator('summary', { hasText: 'Historique' }).click();
  await expect(page.getByText('Équipe réseau, par un lien')).toBeVisible();
});

test('a signed link that was cancelled or never existed opens nothing', async ({ page, browser }) => {
  const line = await untouched('network-check');
  await signInAs(page, 'operational_mentor', `/fr/onboarding/${line.slug}/${line.id}`);
  await page.locator('summary', { hasText: 'Confier ce point' }).click();
  const email = `poste-${Date.now()}@ministere.invalid`;
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByRole('button', { name: 'Envoyer le lien' }).click();
  await page.getByRole('button', { name: `Annuler le lien : ${email}` }).click();
  await expect(page.getByRole('listitem').filter({ hasText: email })).toContainText('Annulé le');
  const [mail] = await sql<{ text: string }>('SELECT text FROM outbox_message WHERE "to" = $1', [email]);
  const link = new URL(mail?.text.match(/https?:\S+\/delegated\/\S+/)?.[0] ?? '');
  const stranger = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await stranger.goto(link.pathname);
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Ce lien n’est plus valable');
  await expect(stranger.getByText('Vérifier l’accès')).toHaveCount(0);
  const forged = await stranger.goto(`${link.pathname.slice(0, -3)}AAA`);
  expect(forged?.status()).toBe(404);
});
