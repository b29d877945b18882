import { Faker, fr } from '@faker-js/faker';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { toEntries } from '../lib/calls/entries';
import { formTemplate } from '../lib/calls/templates';
import { arrivalChecklist } from '../lib/onboarding/templates/arrival';
import { answersTo } from '../prisma/factories/applications';
import { expectAccessible, signInAs, signInByMail, sql } from './support';

/**
 * The whole journey of a cohort, thin but real, in French: a call is opened, a file written and sent, judged, selected,
 * made a challenge, peopled, funded, and its arrival prepared. One person a browser context, as in life.
 */
const stamp = Date.now().toString(36);
const NUMBER = `7 bis ${stamp}`;
const TITLE = `PrédiSauvetage ${stamp}`;
const faker = new Faker({ locale: [fr] });
faker.seed(7);
const form = formTemplate('cohort6');
const answers = answersTo(form, faker, {
  title: TITLE,
  tagline: 'Sauver des vies en mer en prévenant les accidents',
  problem: 'Les secours partent une fois l’accident arrivé.',
  town: ['La Défense', '92400'],
  organisation: 'Direction des affaires maritimes',
  skills: ['dataengineering', 'dev'],
});

const person = async (browser: Browser): Promise<Page> => {
  const page = await (await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' })).newPage();
  page.setDefaultTimeout(20_000);
  return page;
};

/** Fills what the page asks, by the names its controls post. */
async function fill(page: Page, entries: [string, string][]): Promise<void> {
  for (const [name, value] of entries) {
    if (name.endsWith('._key') || value === '') continue;
    const control = page.locator(`[name="${name}"]`);
    // A repeated group shows as many rows as it needs; another is a button away.
    const row = name.match(/^(\w+)\[\d+\]/);
    if (row && (await control.count()) === 0) {
      await page.locator(`button[name="intent"][value="add:${row[1]}"]`).click();
      await control.first().waitFor();
    }
    const kind = await control.first().evaluate((node) => (node as HTMLInputElement).type);
    if (kind === 'radio' || kind === 'checkbox') await page.locator(`[name="${name}"][value="${value}"]`).check();
    else if (kind === 'select-one') await control.selectOption(value);
    else if (kind !== 'hidden') await control.fill(value);
  }
}

test('a cohort goes from its call to the arrival of its fellows', async ({ browser }) => {
  test.setTimeout(300_000);
  const [coordinator, applicant] = [await person(browser), await person(browser)];
  const applicantMail = `porteuse-${stamp}@phares-${stamp}.fr`;

  const call =
    await test.step('1. the coordination creates cohort 7 bis and opens a call with the form of cohort 6', async () => {
      await signInAs(coordinator, 'coordinator', '/fr/admin/cohorts/new');
      await openCohortAndCall(coordinator);
      const [row] = await sql<{ id: string; slug: string }>(
        'SELECT c.id::text, c.slug FROM call c JOIN cohort k ON k.id = c.cohort_id WHERE k.number = $1',
        [NUMBER],
      );
      expect(row?.slug).toBeTruthy();
      return row as { id: string; slug: string };
    });

  await test.step('2. an administration drafts, reloads, checks, submits in time, and gets its receipt', async () => {
    await signInByMail(applicant, applicantMail);
    await applicant.goto(`/fr/calls/${call.slug}`);
    await expectAccessible(applicant);
    await applicant.getByRole('button', { name: /Commencer/ }).click();
    await applicant.waitForURL(/\/my-applications\/[0-9a-f-]{36}/);
    const home = applicant.url().replace(/\?.*/, '');
    for (const [index, section] of form.sections.entries()) {
      await applicant.goto(`${home}/sections/${section.id}`);
      await fill(applicant, toEntries(section.fields, answers));
      if (index === 3) {
        // Saved while typing: a reload loses no word.
        await expect(applicant.getByText(/Enregistré à/).first()).toBeVisible();
        await applicant.reload();
        await expect(applicant.locator('[name="mission"]')).toHaveValue(String(answers.mission));
      }
      await applicant.getByRole('button', { name: 'Enregistrer et revenir au dossier' }).click();
      await applicant.waitForURL(/\/my-applications\/[0-9a-f-]{36}(\?|$)/);
    }
    await applicant.goto(`${home}/check`);
    await expect(applicant.getByText(TITLE).first()).toBeVisible();
    await expectAccessible(applicant);
    for (const attestation of form.attestations) await applicant.locator(`[name="${attestation.id}"]`).check();
    await applicant.getByRole('button', { name: 'Déposer le dossier' }).click();
    await applicant.waitForURL(/\/receipt/);
    await expect(applicant.getByRole('heading', { level: 1 })).toContainText('Dossier déposé');
    const [mail] = await sql<{ subject: string }>(
      'SELECT subject FROM outbox_message WHERE "to" = $1 AND template LIKE $2',
      [applicantMail, '%receipt%'],
    );
    expect(mail?.subject).toContain(TITLE);
  });

  await test.step('2 bis. after the deadline another is refused, with the text kept', async () => {
    const late = await person(browser);
    await signInByMail(late, `retard-${stamp}@demo.invalid`);
    await late.goto(`/fr/calls/${call.slug}`);
    await late.getByRole('button', { name: /Commencer/ }).click();
    await late.waitForURL(/\/my-applications\/[0-9a-f-]{36}/);
    const home = late.url().replace(/\?.*/, '');
    await late.goto(`${home}/sections/context`);
    await late.locator('[name="mission"]').fill('Une mission écrite avant la clôture.');
    await expect(late.getByText(/Enregistré à/).first()).toBeVisible();
    // Just past its grace: the file that was sent before stays in time, whatever the rules of eligibility count.
    await sql("UPDATE call SET closes_at = now() - interval '121 seconds' WHERE id = $1", [call.id]);
    await late.goto(home);
    await expect(late.getByText('L’appel est clos').first()).toBeVisible();
    await late.goto(`${home}/check`);
    await expect(late.getByText('Une mission écrite avant la clôture.')).toBeVisible();
    await expect(late.getByRole('button', { name: 'Déposer le dossier' })).toHaveCount(0);
    await late.context().close();
  });

  await judge(browser, coordinator, call, applicantMail);
  await welcome(browser, coordinator);
});

async function openCohortAndCall(page: Page): Promise<void> {
  await page.locator('[name="number"]').fill(NUMBER);
  await page.locator('[name="name"]').fill(`Promotion ${NUMBER}`);
  await page.locator('[name="published"]').check();
  await page.locator('[name="coFundingKind"][value="flat"]').check();
  await page.locator('[name="coFundingAmount"]').fill('20 000');
  await expectAccessible(page);
  await page.getByRole('button', { name: /Créer la promotion|Enregistrer/ }).click();
  await page.waitForURL(/\/admin\/cohorts\/(?!new)/);
  await page.goto('/fr/admin/calls/new');
  const [cohort] = await sql<{ id: string }>('SELECT id::text FROM cohort WHERE number = $1', [NUMBER]);
  await page.locator('[name="cohortId"]').selectOption(cohort?.id ?? '');
  await page.locator('[name="title"]').fill(`Appel à projets ${NUMBER}`);
  await page.locator('[name="summary"]').fill('Deux ou trois EIG, dix mois, un défi.');
  await page.locator('[name="opens"]').fill(local(-1));
  await page.locator('[name="closes"]').fill(local(20));
  await page.locator('[name="contactEmail"]').fill('coordination@demo.invalid');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Créer l’appel' }).click();
  await page.waitForURL(/\/admin\/calls\/(?!new)/);
  await page.getByRole('button', { name: 'Publier l’appel' }).click();
  await expect(page.getByText(/publié/i).first()).toBeVisible();
}

/** A local date and time some days from now, as a date control takes it. */
const local = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);

const MARKS = [1, 2, 3];

async function judge(
  browser: Browser,
  coordinator: Page,
  call: { id: string; slug: string },
  applicantMail: string,
): Promise<void> {
  await test.step('3. the coordination finds the file eligible and gives it to jurors', async () => {
    await coordinator.goto(`/fr/admin/calls/${call.slug}/applications`);
    await coordinator.getByRole('checkbox', { name: `Choisir ${TITLE}` }).check();
    await coordinator.locator('summary', { hasText: 'Décider de la recevabilité ou de la présélection' }).click();
    await coordinator.getByLabel('Motif').fill('Dossier complet, déposé dans les délais.');
    await coordinator.getByRole('button', { name: 'Déclarer recevable', exact: true }).click();
    await expect(coordinator.getByText('1 dossier changé')).toBeVisible();

    await coordinator.goto(`/fr/admin/jury/new?call=${call.id}`);
    await coordinator.locator('[name="callId"]').selectOption(call.id);
    await coordinator.getByLabel('Nom de l’étape').fill('Jury des défis');
    await coordinator.getByRole('button', { name: 'Ouvrir l’étape' }).click();
    await coordinator.waitForURL(/\/admin\/jury\/[0-9a-f-]{36}/);
  });

  const stage = coordinator.url().match(/[0-9a-f-]{36}/)?.[0] ?? '';
  const mails = MARKS.map((mark) => `jure-${mark}-${stamp}@demo.invalid`);
  const kin = `jure-proche-${stamp}@${applicantMail.split('@')[1]}`;
  const jurors: Page[] = [];

  await test.step('3. jurors accept the charter, and one of the same organisation is refused the file', async () => {
    for (const email of [...mails, kin]) {
      await coordinator.goto(`/fr/admin/jury/${stage}/jurors`);
      const form = coordinator.locator('form', { has: coordinator.locator('[name="background"]') });
      if (!(await form.isVisible())) await coordinator.locator('summary', { hasText: 'Inviter une personne' }).click();
      await form.locator('[name="name"]').fill(`Jurée ${email.split('@')[0]}`);
      await form.locator('[name="email"]').fill(email);
      await form.getByRole('button', { name: 'Inviter' }).click();
      await expect(coordinator.getByText(`Jurée ${email.split('@')[0]}`).first()).toBeVisible();
      const juror = await person(browser);
      await signInByMail(juror, email);
      await juror.goto('/fr/jury');
      await juror.locator('[name="charter"]').check();
      await juror.getByRole('button', { name: 'Accepter de siéger' }).click();
      await expect(juror.getByText(/Vous siégez au jury/)).toBeVisible();
      jurors.push(juror);
    }
    await coordinator.goto(`/fr/admin/jury/${stage}/assignment`);
    const select = coordinator.locator('select[name="jurorId"]').first();
    await expect(select.locator('option', { hasText: 'jure-proche' })).toBeDisabled();
    for (const email of mails) {
      const option = select.locator('option', { hasText: email.split('@')[0] });
      await select.selectOption({ value: (await option.getAttribute('value')) ?? '' });
      await coordinator
        .getByRole('button', { name: /Confier le dossier/ })
        .first()
        .click();
      await expect(
        coordinator.getByRole('button', { name: new RegExp(`Retirer.*${email.split('@')[0]}`) }),
      ).toBeVisible();
    }
  });

  await test.step('3. three jurors score on five criteria; nobody sees another’s score before sending their own', async () => {
    for (const [index, mark] of MARKS.entries()) {
      const juror = jurors[index] as Page;
      await juror.goto('/fr/jury');
      await juror.getByRole('link', { name: new RegExp(TITLE) }).click();
      await juror.waitForURL(/\/jury\/files\//);
      await expect(
        juror.getByText('Vous verrez les évaluations des autres après avoir envoyé la vôtre.'),
      ).toBeVisible();
      const criteria = juror.locator('[data-criterion]');
      await expect(criteria).toHaveCount(5);
      for (let position = 0; position < 5; position++)
        await criteria.nth(position).locator('input[type="radio"]').nth(mark).check();
      await juror.locator('[name="grid.verdict"][value="favourable"]').check();
      await juror.locator('[name="grid.comment"]').fill(`Avis ${mark} : un besoin réel, une équipe engagée.`);
      await juror.getByRole('button', { name: 'Envoyer mon évaluation' }).click();
      await expect(juror.getByText('Votre évaluation est envoyée.')).toBeVisible();
    }
    const [given] = await sql<{ id: string }>('SELECT id::text FROM review_assignment WHERE stage_id = $1 LIMIT 1', [
      stage,
    ]);
    const stranger = jurors[3] as Page;
    expect((await stranger.goto(`/fr/jury/files/${given?.id}`))?.status()).toBe(404);
    await stranger.goto('/fr/jury');
    await expect(stranger.getByText(TITLE)).toHaveCount(0);
  });

  await test.step('4. the ranking shows every mark, the file is selected with a reason, unseen until published', async () => {
    await coordinator.goto(`/fr/admin/jury/${stage}/ranking`);
    // Marks of 1, 2 and 3 on each criterion: their mean, their spread, and each of them.
    const row = coordinator.getByRole('row', { name: new RegExp(TITLE) }).first();
    for (const figure of ['2,00', '1,00', '1 · 2 · 3', '3/3']) await expect(row).toContainText(figure);
    await expectAccessible(coordinator);
    const [file] = await sql<{ id: string }>('SELECT id::text FROM application WHERE title = $1', [TITLE]);
    await coordinator.goto(`/fr/admin/jury/${stage}/files/${file?.id}`);
    await coordinator.getByLabel('Retenir', { exact: true }).check();
    await coordinator.getByLabel('Motif').fill('Un besoin vital et une équipe prête.');
    await coordinator.getByRole('button', { name: 'Enregistrer la décision' }).click();
    await expect(coordinator.getByText(/Elle reste invisible jusqu’à la publication/)).toBeVisible();
    const mine = await person(browser);
    await signInByMail(mine, applicantMail);
    await mine.goto(`/fr/my-applications/${file?.id}`);
    await expect(mine.getByText('Lauréat')).toHaveCount(0);
    await coordinator.goto(`/fr/admin/jury/${stage}/publication`);
    await coordinator.locator('[name="confirm"]').check();
    await coordinator.getByRole('button', { name: 'Publier maintenant' }).click();
    await expect(coordinator.getByText('Résultats publiés le').first()).toBeVisible();
    await mine.reload();
    await expect(mine.getByText('Lauréat').first()).toBeVisible();
    const [mail] = await sql<{ subject: string }>(
      'SELECT subject FROM outbox_message WHERE "to" = $1 ORDER BY created_at DESC LIMIT 1',
      [applicantMail],
    );
    expect(mail?.subject).toContain('résultat');
  });
}

async function welcome(browser: Browser, coordinator: Page): Promise<void> {
  const slug =
    await test.step('5. the laureate becomes a challenge with its seats, and a recruited fellow gives 20,000 €', async () => {
      await coordinator.goto('/fr/admin/challenges');
      await coordinator.getByRole('button', { name: new RegExp(`Créer le défi ${TITLE}`) }).click();
      await coordinator.waitForURL(/\/admin\/challenges\/[a-z0-9-]+/);
      const made = coordinator.url().match(/challenges\/([a-z0-9-]+)/)?.[1] ?? '';
      await coordinator.goto(`/fr/admin/challenges/${made}`);
      // What the file says came with it: where the team sits, who receives the money, who mentors, a seat a profile.
      const chosen = (name: string) => coordinator.locator(`[name="${name}"] option:checked`);
      await expect(chosen('hostId')).toContainText('Direction des affaires maritimes');
      await coordinator.locator('[name="backerId"]').selectOption({ label: 'Ministère de la Transition écologique' });
      await coordinator.locator('[name="towns"]').fill('La Défense');
      await coordinator.locator('[name="skills"]').fill('Data engineering, Développement');
      await coordinator.locator('[name="themes"]').fill(`Secours en mer ${stamp}`);
      await coordinator.getByRole('button', { name: 'Enregistrer le défi' }).click();
      await expect(coordinator.getByText('Le défi est enregistré.')).toBeVisible();
      await expect(chosen('backerId')).toContainText('Ministère de la Transition écologique');
      await coordinator.goto(`/fr/admin/challenges/${made}/team`);
      await expect(coordinator.getByRole('heading', { name: /^Poste \d/ })).toHaveCount(2);
      for (const contact of ['projectLead', 'sponsor'])
        await expect(
          coordinator.getByText(String((answers[contact] as { lastName: string }).lastName)).first(),
        ).toBeVisible();
      const seat = coordinator.locator('form', { has: coordinator.locator('[name="recruitedOn"]') }).first();
      await seat.locator('[name="name"]').fill('Inès Fictive');
      await seat.locator('[name="email"]').fill(`eig-${stamp}@demo.invalid`);
      await seat.locator('[name="arrivesOn"]').fill('2027-09-13');
      await seat.locator('[name="recruitedOn"]').fill('2027-07-01');
      await seat.getByRole('button', { name: 'Enregistrer' }).click();
      await expect(coordinator.getByText('Recrutement prouvé').first()).toBeVisible();
      const [cohort] = await sql<{ slug: string }>('SELECT slug FROM cohort WHERE number = $1', [NUMBER]);
      await coordinator.goto(`/fr/admin/funding/${cohort?.slug}`);
      await expect(coordinator.getByText(/20\s000/).first()).toBeVisible();
      await coordinator.getByRole('button', { name: 'Enregistrer les lignes de cofinancement' }).click();
      await expect(coordinator.getByText(/sont à jour|sont enregistrées/).first()).toBeVisible();
      const [line] = await sql<{ cents: number }>(
        'SELECT sum(f.amount_cents)::int AS cents FROM funding_line f JOIN challenge c ON c.id = f.challenge_id WHERE c.slug = $1',
        [made],
      );
      expect(line?.cents).toBe(2_000_000);
      return made;
    });

  await test.step('6. the operational mentor prepares the arrival, and the coordination sees it advance', async () => {
    const [cohort] = await sql<{ slug: string }>('SELECT slug FROM cohort WHERE number = $1', [NUMBER]);
    // A new challenge is given its list by itself, within a turn of the application's loops.
    await expect(async () => {
      await coordinator.goto(`/fr/admin/onboarding?cohort=${cohort?.slug}`);
      const row = coordinator.getByRole('row', { name: new RegExp(TITLE) });
      await expect(row).toContainText('pas commencé', { timeout: 3_000 });
    }).toPass({ timeout: 90_000 });

    const mentor = await person(browser);
    await signInByMail(mentor, String((answers.projectLead as { email: string }).email));
    await mentor.goto('/fr/onboarding');
    await mentor.getByRole('link', { name: TITLE }).first().click();
    await mentor.waitForURL(new RegExp(`/onboarding/${slug}`));
    await expectAccessible(mentor);
    // The real list, in its six sections.
    expect(arrivalChecklist.sections).toHaveLength(6);
    for (const { title } of arrivalChecklist.sections)
      await expect(mentor.getByRole('heading', { level: 3, name: title.fr })).toBeVisible();
    await mentor.getByRole('listitem').filter({ hasText: 'Réserver les bureaux' }).last().getByRole('link').click();
    await mentor.getByLabel('Oui').check();
    await mentor.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(mentor.getByRole('listitem').filter({ hasText: 'Réserver les bureaux' }).last()).toContainText('Fait');
    await coordinator.reload();
    await expect(coordinator.getByRole('row', { name: new RegExp(TITLE) })).toContainText(/1\/\d/);
  });

  await test.step('7. the public finds the challenge once it is published', async () => {
    const visitor = await person(browser);
    expect((await visitor.goto(`/fr/challenges/${slug}`))?.status()).toBe(404);
    await coordinator.goto(`/fr/admin/challenges/${slug}`);
    await coordinator.locator('[name="published"]').check();
    await coordinator.getByRole('button', { name: 'Enregistrer le défi' }).click();
    await expect(coordinator.getByText('Le défi est enregistré.')).toBeVisible();
    await visitor.goto('/fr/calls');
    await expect(visitor.getByRole('link', { name: `Appel à projets ${NUMBER}` })).toBeVisible();
    await visitor.goto('/fr/challenges');
    await visitor.getByLabel('Chercher un défi ou une administration').fill('affaires maritimes');
    await visitor.getByRole('button', { name: 'Chercher' }).click();
    await expect(visitor).toHaveURL(/q=affaires/);
    // Each filter is a link that says how many it leaves, and leaves this challenge.
    for (const filter of [
      `Promotion ${NUMBER}`,
      'Direction des affaires maritimes',
      'Data engineering',
      `Secours en mer ${stamp}`,
    ]) {
      const facet = visitor.getByRole('link', { name: new RegExp(`^${filter}`) }).first();
      if (!(await facet.isVisible()))
        await visitor.locator('details:not([open]) > summary', { hasText: 'Filtrer' }).click();
      await facet.click();
      await expect(visitor.getByRole('status')).toBeVisible();
      await expect(visitor.getByRole('link', { name: TITLE })).toBeVisible();
    }
    await expect(visitor.getByRole('status').first()).toContainText('1 défi');
    // No photo: the picture is drawn from the challenge itself.
    await expect(visitor.locator('.card svg.picture, .card .picture svg').first()).toBeVisible();
    await visitor.goto('/fr/people?q=Fictive');
    await expect(visitor.getByText('Inès Fictive')).toHaveCount(0);
    await visitor.goto(`/fr/challenges?q=${encodeURIComponent(TITLE)}`);
    await visitor
      .getByRole('link', { name: new RegExp(TITLE) })
      .first()
      .click();
    await expect(visitor.getByRole('heading', { level: 1 })).toContainText(TITLE);
    await expectAccessible(visitor);
  });
}
