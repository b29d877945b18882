import { expect, test } from '@playwright/test';
import { expectAccessible, signInByMail, sql } from './support';

/** One's own account: the link of a mail, one's page and who sees it, language, theme, and leaving everywhere. */
test('a person signs in by link, writes their page, chooses language and look, and leaves every device', async ({
  browser,
}) => {
  const email = `nouvelle-${Math.random().toString(36).slice(2)}@demo.invalid`;
  const phone = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  const desk = await (await browser.newContext({ locale: 'fr-FR' })).newPage();

  await test.step('the link of the mail serves once, and only to who presses the button', async () => {
    await desk.goto('/fr/sign-in?next=/fr/profile');
    await desk.getByLabel('Adresse électronique').fill(email);
    await desk.getByRole('button', { name: 'Recevoir mon code' }).click();
    await desk.waitForURL(/\/sign-in\/code/);
    const [mail] = await sql<{ text: string }>('SELECT text FROM outbox_message WHERE "to" = $1', [email]);
    const link = /https?:\/\/\S+\/sign-in\/confirm\S+/.exec(mail?.text ?? '')?.[0] ?? '';
    const address = new URL(link);
    // What reads mail before people do: it follows the link, twice, and presses nothing.
    for (let time = 0; time < 2; time++)
      expect((await phone.request.get(address.pathname + address.search)).status()).toBe(200);
    await desk.goto(address.pathname + address.search);
    await desk.getByRole('button', { name: 'Me connecter' }).click();
    await desk.waitForURL(/\/fr\/profile/);
    await phone.goto(address.pathname + address.search);
    await phone.getByRole('button', { name: 'Me connecter' }).click();
    await expect(phone.getByText(/Ce lien/).first()).toBeVisible();
  });

  await signInByMail(phone, email);

  await test.step('their page is shown to those they say', async () => {
    await desk.getByLabel('Prénom et nom').fill('Zélie Marc-Aurèle');
    await desk.getByRole('radio', { name: 'Tout le monde' }).check();
    await desk.getByRole('button', { name: 'Enregistrer ma page' }).click();
    await expect(desk.getByRole('status').first()).toBeVisible();
    const [person] = await sql<{ slug: string }>('SELECT slug FROM person WHERE email = $1', [email]);
    const visitor = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
    expect((await visitor.goto(`/fr/people/${person?.slug}`))?.status()).toBe(200);
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Zélie Marc-Aurèle');
    await visitor.context().close();
  });

  await test.step('language and look follow them', async () => {
    await desk.goto('/fr/profile');
    await desk.getByRole('radio', { name: 'Sombre' }).check();
    await desk.getByRole('button', { name: 'Enregistrer mes préférences' }).click();
    await expect(desk.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expectAccessible(desk);
    await phone.goto('/fr/profile');
    await expect(phone.locator('html')).toHaveAttribute('data-theme', 'dark');
    await desk.getByRole('link', { name: 'English' }).first().click();
    await expect(desk.locator('html')).toHaveAttribute('lang', 'en');
    await expect(desk).toHaveURL(/\/en\/profile/);
  });

  await test.step('leaving everywhere ends every session at once', async () => {
    await desk.getByRole('button', { name: 'Sign out everywhere' }).click();
    await desk.waitForURL(/\/en$/);
    await phone.goto('/fr/profile');
    await expect(phone).toHaveURL(/\/fr\/sign-in/);
  });
});
