import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, signInAs, sql } from './support';

/** A form of one's own, from an empty page to its second version, and the applicant whose draft follows it. */
const local = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
/** The questions of the form, in order. */
const questions = (page: Page) => page.locator('ol.builder a[href*="field?path="]').allTextContents();

/** Adds a question to the section "Le projet": its kind, its words, what else one types. */
async function ask(page: Page, kind: string, fr: string, en: string, more: Record<string, string> = {}): Promise<void> {
  await page.getByRole('link', { name: 'Ajouter une question à « Le projet »' }).click();
  await page.getByRole('radio', { name: kind, exact: true }).check();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByLabel('Question, en français').fill(fr);
  if (en) await page.getByLabel('Question, en anglais').fill(en);
  for (const [label, value] of Object.entries(more)) await page.getByLabel(label, { exact: true }).fill(value);
  await save(page);
}

async function newCall(page: Page, title: string): Promise<string> {
  const [cohort] = await sql<{ id: string }>('SELECT id::text FROM cohort ORDER BY position LIMIT 1');
  await signInAs(page, 'coordinator', '/fr/admin/calls/new');
  await page.locator('[name="cohortId"]').selectOption(cohort?.id ?? '');
  await page.getByLabel('Titre', { exact: true }).fill(title);
  await page.locator('[name="opens"]').fill(local(-1));
  await page.locator('[name="closes"]').fill(local(20));
  await page.getByLabel('Adresse pour les questions').fill('appel@demo.invalid');
  await page.getByRole('radio', { name: 'Un formulaire vide' }).check();
  await page.getByRole('button', { name: 'Créer l’appel' }).click();
  await page.waitForURL(/\/admin\/calls\/(?!new)/);
  return new URL(page.url()).pathname;
}

async function buildForm(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Construire le formulaire' }).click();
  await expect(page.getByText('Le formulaire n’a aucune rubrique.')).toBeVisible();
  await page.getByRole('link', { name: 'Ajouter une rubrique' }).click();
  await page.getByLabel('Titre, en français').fill('Le projet');
  await page.getByLabel('Titre, en anglais').fill('The project');
  await save(page);
  await ask(page, 'Texte court', 'Nom du projet', 'Project name', { 'Caractères au plus (facultatif)': '40' });
  await ask(page, 'Oui ou non', 'Cofinancement demandé', 'Co-funding asked');

  // A condition on a question that does not exist: said beside it, with everything that was typed.
  await ask(page, 'Texte court', 'Programme', '', { 'Posée seulement si (facultatif)': 'cofinancement = yes' });
  const condition = page.getByLabel('Posée seulement si');
  await expect(condition).toHaveAccessibleDescription(/Aucune question ne s’appelle cofinancement\./);
  await expect(condition).toHaveValue('cofinancement = yes');
  await expect(page.getByLabel('Question, en français')).toHaveValue('Programme');
  await expectAccessible(page);
  await condition.fill('cofinancementDemande = yes');
  await save(page);
  await expect(page.getByText('posée si cofinancementDemande = yes')).toBeVisible();

  await ask(page, 'Nombre', 'Personnes demandées', 'People asked for');
  await ask(page, 'Groupe répété', 'Équipe', 'Team', {
    'Lignes au moins (facultatif)': '1',
    'Lignes au plus (facultatif)': '2',
    'Nom d’une ligne, en français': 'Membre',
    'Nom d’une ligne, en anglais (facultatif)': 'Member',
    'Première question de chaque ligne, en français': 'Prénom et nom',
    'Première question de chaque ligne, en anglais (facultatif)': 'Full name',
  });
  await page.getByRole('link', { name: 'Ajouter une règle de recevabilité' }).click();
  await page.getByLabel('Quand', { exact: true }).fill('personnesDemandees < "deux"');
  await page.getByLabel('Ce que la personne lit, en français').fill('Il faut demander deux personnes.');
  await page.getByLabel('Ce que la personne lit, en anglais').fill('Two people must be asked for.');
  await save(page);
  await expect(page.getByLabel('Quand', { exact: true })).toHaveAccessibleDescription(/ne se comparent pas/);
  await page.getByLabel('Quand', { exact: true }).fill('personnesDemandees < 2');
  await save(page);
  await expect(page.getByRole('link', { name: 'Il faut demander deux personnes.' })).toBeVisible();

  // What another condition speaks of is not taken away under it.
  await page.getByRole('button', { name: 'Retirer Cofinancement demandé' }).click();
  await expect(page.locator('.error-summary')).toContainText(
    'La condition « cofinancementDemande = yes » de « Programme » ne tiendrait plus',
  );
  // By keyboard, without dragging.
  await page.getByRole('button', { name: 'Monter Personnes demandées' }).press('Enter');
  const all = ['Nom du projet', 'Cofinancement demandé', 'Personnes demandées', 'Programme', 'Équipe', 'Prénom et nom'];
  await expect.poll(() => questions(page)).toEqual(all);
  // Who moved it stands where it went.
  await expect(
    page.locator('ol.builder > li', { has: page.getByRole('link', { name: 'Personnes demandées', exact: true }) }),
  ).toBeFocused();
  // What goes away by one press comes back by another.
  await page.getByRole('button', { name: 'Retirer Équipe' }).click();
  await expect(page.getByText('La question est retirée.')).toBeVisible();
  expect(await questions(page)).toEqual(all.slice(0, 4));
  await page.getByRole('button', { name: 'Annuler la dernière modification' }).click();
  await expect.poll(() => questions(page)).toEqual(all);
  await page.locator('summary', { hasText: 'Un texte n’a pas d’anglais' }).click();
  await expect(page.locator('details[open]').getByRole('link', { name: 'Programme' })).toBeVisible();
  await expectAccessible(page);
}

/** Two tabs on one question: the second sees the first's words, and its own stay. */
async function writeOver(page: Page, form: string): Promise<void> {
  const other = await page.context().newPage();
  for (const tab of [page, other]) await tab.goto(`${form}/field?path=nomDuProjet`);
  await page.getByLabel('Aide, en français').fill('Un nom court.');
  await save(page);
  await expect(heading(page)).toHaveText('Formulaire');
  const help = other.getByLabel('Aide, en français');
  await help.fill('Trois mots au plus.');
  await save(other);
  await expect(help).toHaveAccessibleDescription(/Dans l’autre version\s: Un nom court\./);
  await expect(help).toHaveValue('Trois mots au plus.');
  await save(other);
  await expect(heading(other)).toHaveText('Formulaire');
  await other.close();
  await page.reload();
}

/** What a stranger brings is refused whole, each fault at its place. */
async function bringBadJson(page: Page): Promise<void> {
  await page.locator('summary', { hasText: 'Remplacer par un formulaire en JSON' }).click();
  const json = page.getByRole('textbox', { name: 'Formulaire' });
  await json.fill('{"sections": [{"id": "s", "title": {"fr": "Budget", "en": ""}, "fields": [{"type": "colour"}]}]}');
  await page.getByRole('button', { name: 'Remplacer la version en préparation' }).click();
  await expect(json).toHaveAccessibleDescription(/Budget.+\(sections\[0\]\.fields\[0\]\.type\).+n’existe pas ici/);
  await page.reload();
}

async function tryAsApplicant(page: Page, slug: string): Promise<void> {
  await page.getByRole('link', { name: 'en français' }).click();
  await expect(heading(page)).toHaveText('Aperçu du formulaire');
  await expect(page.getByLabel('Nom du projet')).toHaveAccessibleDescription(
    /Trois mots au plus\. 40 caractères au plus/,
  );
  await expect(page.getByLabel('Programme')).toBeHidden();
  await page.getByRole('radio', { name: 'Oui' }).check();
  await expect(page.getByLabel('Programme')).toBeVisible();
  await page.getByLabel('Personnes demandées').fill('1');
  await expect(page.getByText('Il faut demander deux personnes.')).toBeVisible();
  await page.getByLabel('Personnes demandées').fill('2');
  await expect(page.getByText('Il faut demander deux personnes.')).toBeHidden();
  await page.goto(`/en/calls/${slug}/form`);
  await expect(page.getByRole('heading', { name: 'The project' })).toBeVisible();
  await page.getByRole('radio', { name: 'Yes' }).check();
  await expect(page.getByLabel('Programme')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Member 1' }).getByLabel('Full name')).toBeVisible();
}

test('a coordinator builds a form, an applicant answers it, and a second version keeps what it no longer asks', async ({
  browser,
}) => {
  const [page, applicant] = (await Promise.all(
    [0, 1].map(async () => (await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' })).newPage()),
  )) as [Page, Page];
  const admin = await newCall(page, `Appel construit ${randomUUID().slice(0, 8)}`);
  const slug = admin.split('/').at(-1) ?? '';
  await buildForm(page);
  await writeOver(page, `${admin}/form`);
  await bringBadJson(page);
  await tryAsApplicant(page, slug);
  await page.goto(admin);
  await page.getByRole('button', { name: 'Publier l’appel' }).click();
  await expect(page.getByText('L’appel est publié.')).toBeVisible();

  await signInAs(applicant, 'applicant', `/fr/calls/${slug}`);
  await applicant.getByRole('button', { name: 'Commencer un dossier' }).click();
  await applicant.waitForURL(/my-applications\/[\w-]+$/);
  const home = new URL(applicant.url()).pathname;
  await applicant.goto(`${home}/sections/leProjet`);
  await applicant.getByLabel('Nom du projet').fill('Phares');
  await applicant.getByRole('radio', { name: 'Oui' }).check();
  await applicant.getByLabel('Programme').fill('Programme 352');
  await applicant.getByLabel('Personnes demandées').fill('2');
  await applicant.getByLabel('Prénom et nom').fill('Ada Morvan');
  await applicant.getByRole('button', { name: 'Ajouter : membre' }).click();
  await expect(applicant.getByRole('group', { name: 'Membre 2' })).toBeVisible();
  await expect(applicant.getByRole('button', { name: 'Ajouter : membre' })).toBeHidden();
  await applicant.getByRole('button', { name: 'Enregistrer et revenir au dossier' }).click();
  await applicant.waitForURL(/my-applications\/[\w-]+(\?|$)/);

  await page.goto(`${admin}/form`);
  await expect(page.getByText('Cette version est publiée : elle ne change plus.')).toBeVisible();
  await page.getByRole('button', { name: 'Retirer Programme' }).click();
  await expect(page.getByText('Version 2')).toBeVisible();
  await ask(page, 'Texte long', 'Motivation', 'Motivation', { 'Lignes au plus (facultatif)': '5' });
  // Nothing has changed for who writes, until the version is published.
  await applicant.goto(`${home}/sections/leProjet`);
  await expect(applicant.getByLabel('Programme')).toHaveValue('Programme 352');
  await page.goto(admin);
  await page.getByRole('button', { name: 'Publier cette version' }).click();
  await expect(page.getByText('La nouvelle version du formulaire est publiée.')).toBeVisible();

  await applicant.goto(home);
  const news = applicant.locator('.notice', { hasText: 'Le formulaire a changé' });
  await expect(news.getByRole('listitem')).toHaveText(['Motivation', 'Programme']);
  await applicant.locator('summary', { hasText: 'Une réponse conservée, que le formulaire ne demande plus' }).click();
  await expect(applicant.getByRole('definition').filter({ hasText: 'Programme 352' })).toBeVisible();
  await expectAccessible(applicant);
  await applicant.goto(`${home}/sections/leProjet`);
  await expect(applicant.getByLabel('Programme')).toHaveCount(0);
  await expect(applicant.getByLabel('Nom du projet')).toHaveValue('Phares');
  await expect(applicant.getByLabel('Motivation')).toHaveAccessibleDescription(/5 lignes au plus/);
  await page.goto(`${admin}/form`);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
});
