import { expect, test } from '@playwright/test';
import { expectAccessible, signInAs, sql } from './support';

const WHY = `La convention du ${Date.now()} n’est pas signée.`;

/** One line of a running challenge that no other test touches: late, and blocked with its reason. */
async function blockedLine(): Promise<{ id: string; slug: string; title: string }> {
  const [row] = await sql<{ id: string; slug: string; title: string }>(
    `UPDATE checklist_item i SET state = 'blocked', note = $1, answer = NULL, closed_at = NULL, touched_at = now(), version = i.version + 1
     FROM checklist l, challenge c, cohort h
     WHERE l.id = i.checklist_id AND c.id = l.challenge_id AND h.id = c.cohort_id AND h.number = '6' AND i.item_key = 'data-available'
       AND l.template_key = 'arrival'
       AND c.id = (SELECT id FROM challenge WHERE cohort_id = h.id ORDER BY title DESC LIMIT 1) RETURNING i.id::text, c.slug, c.title`,
    [WHY],
  );
  if (!row) throw new Error('the demo has no such line');
  return row;
}

test('a coordinator sees on one page which challenge is in trouble, opens what blocks, helps, and settles it', async ({
  page,
}) => {
  const { id, slug, title } = await blockedLine();
  await signInAs(page, 'coordinator', '/fr/admin/onboarding?cohort=promotion-6&list=arrival');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: title }) });
  const cell = row.getByRole('link', { name: /bloqué/ });
  await expect(cell).toHaveCount(1);
  await expect(page.getByText(WHY)).toBeVisible();
  await expectAccessible(page);
  await cell.click();
  await page.waitForURL(new RegExp(`/onboarding/${slug}\\?list=arrival#data`));
  const line = page.locator('#data').getByRole('listitem').filter({ hasText: 'Rendre les données disponibles' });
  await expect(line).toContainText('Bloqué');
  await line.getByRole('link').click();
  await page.waitForURL(new RegExp(id));
  await expect(page.getByLabel('Précisions')).toHaveValue(WHY);
  await page
    .getByLabel('Votre message')
    .fill('La convention type est jointe aux ressources ; j’appelle le service juridique.');
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(page.getByText('Message envoyé.')).toBeVisible();
  await page.getByLabel('Oui').check();
  await page.getByLabel('Précisions').fill('Convention signée, export reçu.');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.waitForURL(/list=arrival/);

  await page.goto('/fr/admin/onboarding?cohort=promotion-6&list=arrival');
  await expect(row.getByRole('link', { name: /bloqué/ })).toHaveCount(0);
  await expect(page.getByText(WHY)).toHaveCount(0);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Exporter en tableur' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('arrival-promotion-6.csv');
  await page.getByRole('link', { name: 'Ce que disent les retards' }).click();
  await page.waitForURL(/delays/);
  await expect(page.getByRole('heading', { name: 'Par ministère' })).toBeVisible();
  await expect(page.getByRole('img', { name: /% dans les temps/ })).toBeVisible();
  await expectAccessible(page);
});
