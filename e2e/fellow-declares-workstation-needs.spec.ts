import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, signInAs, sql } from './support';

/** The demo fellow's own line, as if they had said nothing yet. */
async function unsaid(): Promise<{ id: string; slug: string; fellow: string }> {
  const [row] = await sql<{ id: string; slug: string; fellow: string }>(
    `UPDATE checklist_item i SET state = 'open', answer = NULL, note = '', touched_at = NULL, closed_at = NULL, version = i.version + 1
     FROM checklist l, challenge c, "position" s, person p
     WHERE l.id = i.checklist_id AND c.id = l.challenge_id AND s.id = i.position_id AND p.id = s.fellow_id AND i.retired_at IS NULL
       AND p.extra->>'demoRole' = 'fellow' AND i.item_key = 'workstation-needs' RETURNING i.id::text, c.slug, p.name AS fellow`,
  );
  if (!row) throw new Error('the demo has no fellow with needs to say');
  return row;
}

test('a fellow says what they need, on a phone; their mentor reads it, is told by mail, and hands it on without what is private', async ({
  page,
  browser,
}) => {
  const { id, slug, fellow } = await unsaid();
  await page.setViewportSize({ width: 320, height: 800 });
  await signInAs(page, 'fellow', `/fr/onboarding/${slug}?list=arrival`);
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: 'Dire mes besoins de poste de travail' }).last().click();
  await page.waitForURL(new RegExp(id));
  await page.getByLabel('Fournie par l’administration').check();
  await page.getByLabel('Système').selectOption({ label: 'GNU/Linux' });
  await page.getByLabel('Mémoire, en gigaoctets').fill('32');
  await page.getByLabel('Logiciels nécessaires').fill('QGIS\nPostgreSQL');
  await page.getByLabel('Besoins d’accessibilité').fill('Écran réglable en hauteur');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.waitForURL(/list=arrival/);
  await expect(page.getByText('Réponse enregistrée.')).toBeVisible();
  // Teammates' needs are nobody else's business: there is no page for them here.
  expect((await page.request.get(`/fr/onboarding/${slug}/workstations`)).status()).toBe(404);

  const mentor = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await signInAs(mentor, 'operational_mentor', `/fr/onboarding/${slug}?list=arrival`);
  await mentor.getByRole('link', { name: 'Besoins de poste des EIG' }).click();
  await mentor.waitForURL(/workstations/);
  const station = mentor.getByRole('region', { name: fellow });
  await expect(station).toContainText('32 Go');
  await expect(station).toContainText('QGIS');
  await expect(station).toContainText('Écran réglable en hauteur');
  await expectAccessible(mentor);

  const [line] = await sql<{ id: string }>(
    `SELECT r.id::text FROM checklist_item i JOIN checklist_item r ON r.checklist_id = i.checklist_id AND r.position_id = i.position_id
     WHERE i.id = $1 AND r.item_key = 'workstation-ready'`,
    [id],
  );
  await mentor.goto(`/fr/onboarding/${slug}/${line?.id}`);
  await mentor.locator('summary', { hasText: 'Confier ce point' }).click();
  const message = mentor.getByLabel(/^Message/);
  await expect(message).toHaveValue(/32 Go.*QGIS/s);
  await expect(message).not.toHaveValue(/réglable/);

  const mails = await sql<{ text: string; subject: string }>(
    `SELECT text, subject FROM outbox_message WHERE template = 'checklist-needs' AND key LIKE 'workstation:' || $1 || '%'`,
    [id],
  );
  expect(mails.length).toBeGreaterThan(0);
  expect(mails[0]?.subject).toContain(fellow);
  expect(JSON.stringify(mails)).not.toContain('réglable');
});
