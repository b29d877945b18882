import { expect, test } from '@playwright/test';
import { expectAccessible, signInAs, signInByMail, sql } from './support';

/** A fellow of an earlier cohort who can be asked, nobody else's correspondent in these tests. */
async function alumni(): Promise<{ name: string; email: string; challenge: string }> {
  const [row] = await sql<{ name: string; email: string; challenge: string }>(
    `SELECT p.name, p.email, c.title AS challenge FROM person p JOIN role_assignment r ON r.person_id = p.id AND r.kind = 'fellow'
     JOIN challenge c ON c.id = r.challenge_id JOIN cohort h ON h.id = c.cohort_id AND h.number = '4'
     WHERE p.visibility <> 'private' AND p.email IS NOT NULL ORDER BY p.name LIMIT 1`,
  );
  if (!row) throw new Error('the demo has no alumni');
  await sql('DELETE FROM introduction WHERE to_id = (SELECT id FROM person WHERE email = $1)', [row.email]);
  return row;
}

test('a fellow finds who worked on it before and asks to meet; addresses travel only once the alumni agrees', async ({
  page,
  browser,
}) => {
  const { name, email, challenge } = await alumni();
  const [mine] = await sql<{ slug: string; email: string; name: string }>(
    `SELECT c.slug, p.email, p.name FROM person p JOIN role_assignment r ON r.person_id = p.id AND r.kind = 'fellow'
     JOIN challenge c ON c.id = r.challenge_id WHERE p.extra->>'demoRole' = 'fellow'`,
  );
  await signInAs(page, 'fellow', `/fr/onboarding/${mine?.slug}/contacts`);
  await page.getByLabel('Sujet, technique, administration').fill(challenge);
  await page.getByRole('button', { name: 'Chercher' }).click();
  const line = page.getByRole('listitem').filter({ hasText: name });
  await expect(line).toContainText(challenge);
  await expectAccessible(page);
  expect(await page.content()).not.toContain(email);
  await line.getByRole('link', { name: /Demander une mise en relation/ }).click();
  await page.getByLabel('Votre message').fill('Vingt minutes cette semaine sur votre convention de données ?');
  await page.getByRole('button', { name: 'Envoyer la demande' }).click();
  await page.waitForURL(/\/introductions/);
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('En attente de réponse');
  expect(await page.content()).not.toContain(email);

  const asked = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await signInByMail(asked, email);
  await asked.getByRole('link', { name: new RegExp(`Répondre à ${mine?.name}`) }).click();
  await asked.waitForURL(/\/introductions/);
  expect(await asked.content()).not.toContain(mine?.email ?? '@');
  await expectAccessible(asked);
  await asked.getByRole('button', { name: 'Accepter et échanger nos adresses' }).click();
  await expect(asked.getByText(`Acceptée : ${mine?.email}`)).toBeVisible();

  await page.reload();
  await expect(page.getByText(`Acceptée : ${email}`)).toBeVisible();
  const mails = await sql<{ to: string }>(
    `SELECT "to" FROM outbox_message WHERE template = 'introduced' AND "to" = ANY($1)`,
    [[email, mine?.email]],
  );
  expect(new Set(mails.map((mail) => mail.to)).size).toBe(2);
});
