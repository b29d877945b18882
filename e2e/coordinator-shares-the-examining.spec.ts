import { expect, type Page, test } from '@playwright/test';
import { db } from '../lib/db';
import { makeCall } from '../prisma/factories/calls';
import { makeSentFile } from '../prisma/factories/files';
import { makePerson } from '../prisma/factories/people';
import { expectAccessible, expectNoSidewaysScroll, signInAs, signInByMail, sql } from './support';

const stamp = Math.random().toString(36).slice(2, 8);

/** A call that closed in 2022 with two files whose administration no directory knows: no other journey touches them. */
async function prepare(name: string) {
  const [cohort] = await sql<{ id: string }>("SELECT cohort_id::text AS id FROM call WHERE slug = 'appel-a-projets-8'");
  const title = `Appel ${name} ${stamp}`;
  const call = await makeCall(db, { title, slug: `${name}-${stamp}`, cohortId: cohort?.id });
  const owner = await makePerson(db, { email: `${name}-${stamp}@demo.invalid`, slug: `${name}-${stamp}` });
  const organisation = `Office des marais ${name} ${stamp}`;
  const sent = (title: string) =>
    makeSentFile(db, call, owner.id, {
      title: `${title} ${stamp}`,
      organisation,
      reference: `${title}-${name}-${stamp}`,
    });
  return { call, organisation, first: await sent('Roselières'), second: await sent('Tourbières') };
}

const board = (page: Page, row: string) => page.getByRole('row', { name: new RegExp(row) });

test('a coordinator places an administration typed in two files, says why, and takes it back', async ({ page }) => {
  const { call, organisation, first, second } = await prepare('marais');
  const place = `/fr/admin/applications/${first.id}/organisation`;

  await test.step('finds it in the list, and is told what is missing before anything is placed', async () => {
    await signInAs(page, 'coordinator', `/fr/admin/calls/${call.slug}/organisations`);
    await expect(page.getByRole('row', { name: new RegExp(organisation) })).toContainText('2');
    await page.getByRole('link', { name: organisation }).click();
    await page.waitForURL(/\/organisation$/);
    await page.getByLabel('Il n’y est pas : l’ajouter').check();
    await page.getByRole('button', { name: 'Rattacher le dossier' }).click();
    await expect(page.locator('.error-summary').getByRole('link')).toHaveCount(1);
    await expectAccessible(page);
  });

  await test.step('adds it to the directory, both files at once', async () => {
    await page.getByLabel('Motif').fill('Établissement créé en janvier.');
    await page.getByLabel(/Rattacher aussi l’autre dossier/).check();
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: 'Rattacher le dossier' }).click();
    await expect(page.getByText('Le dossier est rattaché.')).toBeVisible();
    for (const told of ['Ajouté et rattaché par', 'Établissement créé en janvier.'])
      await expect(page.locator('main')).toContainText(told);
    await expectAccessible(page);
    await page.goto(`/fr/admin/calls/${call.slug}/organisations`);
    await expect(page.getByText('Toutes les administrations des dossiers reçus sont dans l’annuaire.')).toBeVisible();
  });

  await test.step('takes one back: the other stays, and the directory now proposes the body', async () => {
    await page.goto(`/fr/admin/applications/${second.id}/organisation`);
    await page.getByRole('button', { name: 'Détacher le dossier' }).click();
    await expect(page.getByText('Le dossier est détaché.')).toBeVisible();
    await expect(page.getByLabel(organisation)).toBeChecked();
    await expect(page.getByText('Même nom')).toBeVisible();
    await page.goto(place);
    await expect(page.getByRole('link', { name: organisation })).toBeVisible();
    await page.goto(`/fr/admin/applications/${second.id}/history`);
    await expect(page.getByRole('region', { name: 'Historique', exact: true })).toContainText(
      'Administration détachée',
    );
  });
});

test('a coordinator keeps what the board shows as a view, labels it at once, undoes, and takes it away', async ({
  page,
}) => {
  const { call } = await prepare('vue');
  const path = `/fr/admin/calls/${call.slug}/applications`;
  const [view, label] = [`À confier ${stamp}`, `littoral ${stamp}`];
  await signInAs(page, 'coordinator', path);

  await test.step('filters, and keeps the filters under a name', async () => {
    await page.getByRole('combobox', { name: 'À faire' }).selectOption('Confier le dossier');
    await page.getByRole('button', { name: 'Afficher' }).click();
    await page.waitForURL(/next=entrust/);
    await expect(page.getByText('2 dossiers sur 2.')).toBeVisible();
    await page.locator('summary', { hasText: 'Enregistrer cette vue' }).click();
    await page.getByLabel('Nom de la vue').fill(view);
    await page.getByRole('button', { name: 'Enregistrer la vue' }).click();
    await expect(page.getByText('La vue est enregistrée.')).toBeVisible();
    await page.waitForURL(/next=entrust/);
  });

  await test.step('labels both files, finds them by it, takes it back: the filters stay all along', async () => {
    await page.getByLabel('Choisir tous les dossiers de la page').check();
    await page.locator('summary', { hasText: 'Étiqueter' }).click();
    await page.locator('input[name=label]').fill(label);
    await page.getByRole('button', { name: 'Ajouter l’étiquette' }).click();
    await expect(page.getByText('Vous avez étiqueté 2 dossiers.')).toBeVisible();
    await expect(page).toHaveURL(/next=entrust/);
    await page.goto(`${path}?label=${encodeURIComponent(label)}&next=entrust`);
    await expect(board(page, 'Roselières')).toContainText(label);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Annuler' }).click();
    await expect(page.getByText('Aucun dossier ne correspond à ces filtres.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: view }).click();
    await expect(page.getByRole('row')).toHaveCount(3);
  });

  await test.step('takes the files away as shown, sees who has how many, and lets the view go', async () => {
    const csv = page.getByRole('link', { name: 'CSV pour tableur' });
    const answer = await page.request.get((await csv.getAttribute('href')) ?? '');
    expect(answer.headers()['content-disposition']).toContain('attachment');
    expect(await answer.text()).toMatch(
      new RegExp(`Roselières ${stamp}[^]*Tourbières ${stamp}|Tourbières ${stamp}[^]*Roselières ${stamp}`),
    );
    await page.getByRole('link', { name: 'Répartition' }).click();
    await page.waitForURL(/\/workload$/);
    await expect(page.getByRole('row', { name: /^Dossiers confiés à personne 2 2/ })).toBeVisible();
    await expectAccessible(page);
    await page.goBack();
    await page.locator('summary', { hasText: 'Enregistrer cette vue ou en retirer une' }).click();
    await page.getByRole('button', { name: `Retirer ${view}` }).click();
    await expect(page.getByText('La vue est retirée.')).toBeVisible();
    await expect(page.getByRole('link', { name: view })).toHaveCount(0);
  });
});

test('a coordinator shortens how long files are kept, with a reason: the call’s page says so', async ({ page }) => {
  const { call } = await prepare('duree');
  const retention = `/fr/admin/calls/${call.slug}/retention`;
  await signInAs(page, 'coordinator', retention);
  const change = async (time: string, reason: string) => {
    await page.getByLabel('Durée', { exact: true }).selectOption(time);
    await page.getByLabel('Raison').fill(reason);
    await page.getByRole('button', { name: 'Changer la durée' }).click();
  };
  // The call closed in 2022: at any time shorter than today's, its two files are due.
  await change('cinq ans', 'Pour une recherche.');
  await expect(page.getByText('elle peut raccourcir, pas s’allonger').first()).toBeVisible();
  await expect(page.getByLabel('Raison')).toHaveValue('Pour une recherche.');
  await change('un an', 'Deux ans ne servaient à rien.');
  await expect(page.getByText('2 dossiers seraient effacés dans l’heure.').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(/^Effacer dès maintenant/).check();
  await page.getByRole('button', { name: 'Changer la durée' }).click();
  await expect(page.getByText('La durée est changée')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Changements' })).toContainText('De deux ans à un an');
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.goto(`/fr/calls/${call.slug}`);
  await expect(page.getByRole('region', { name: 'Vos données' })).toContainText('effacé un an après les résultats');
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('a coordinator invites somebody to examine one file: they see it and no other, until it ends', async ({
  page,
  browser,
}) => {
  const { call, first, second } = await prepare('tourbe');
  const [mine, other] = [`/fr/admin/applications/${first.id}`, `/fr/admin/applications/${second.id}`];
  const invited = { email: `ancienne-${stamp}@demo.invalid`, name: `Awa Ndiaye ${stamp}` };
  const guest = await (await browser.newContext()).newPage();

  await test.step('invites by address, and cannot twice', async () => {
    await signInAs(page, 'coordinator', `/fr/admin/calls/${call.slug}/instructors`);
    for (const said of ['L’invitation est envoyée.', 'Cette personne est déjà invitée.']) {
      await page.getByLabel('Adresse électronique').fill(invited.email);
      await page.getByRole('textbox', { name: /^Nom/ }).fill(invited.name);
      await page.getByRole('button', { name: 'Inviter', exact: true }).click();
      await expect(page.getByText(said).first()).toBeVisible();
    }
    await expectAccessible(page);
  });

  await test.step('entrusts one file on the board, and calls them in a note', async () => {
    const filtered = `/fr/admin/calls/${call.slug}/applications?state=submitted`;
    await page.goto(filtered);
    await board(page, 'Roselières').getByRole('checkbox').check();
    await page.locator('summary', { hasText: 'Confier à quelqu’un' }).click();
    await page.getByLabel('Personne', { exact: true }).selectOption({ label: `${invited.name} (aucun dossier)` });
    await page.getByRole('button', { name: 'Confier', exact: true }).click();
    await expect(board(page, 'Roselières')).toContainText(invited.name);
    await expect(board(page, 'Tourbières')).not.toContainText(invited.name);
    // A file opened and left again, the list is as it was.
    await page.getByRole('link', { name: `Roselières ${stamp}` }).click();
    await page.waitForURL(`**${mine}`);
    await page.getByRole('navigation', { name: 'Vous êtes ici' }).getByRole('link', { name: 'Dossiers reçus' }).click();
    await page.waitForURL(`**${filtered}`);
    await page.goBack();
    await page.waitForURL(`**${mine}`);
    const note = page.getByLabel('Ajouter une note');
    await note.pressSequentially('Votre avis, @awa');
    await page.getByRole('listbox').getByRole('option', { name: invited.name }).click();
    await page.getByRole('button', { name: 'Garder la note' }).click();
    await expect(page.getByText(`${invited.name} reçoit un courriel.`)).toBeVisible();
  });

  await test.step('they sign in, see that file alone, answer the note and ask for a correction', async () => {
    await signInByMail(guest, invited.email);
    await guest.getByRole('link', { name: new RegExp(`Appel tourbe ${stamp}`) }).click();
    await guest.waitForURL(/\/examining$/);
    await expect(guest.locator('main .rows li')).toHaveCount(1);
    await expectAccessible(guest);
    expect((await guest.goto(other))?.status()).toBe(404);
    expect((await guest.goto(`/fr/admin/calls/${call.slug}/applications`))?.status()).toBe(404);
    await guest.goto('/fr/today');
    await guest.getByRole('link', { name: new RegExp(`Roselières ${stamp}`) }).click();
    await guest.waitForURL(`**${mine}#notes`);
    await expect(guest.getByText('Vous appelle')).toBeVisible();
    await guest.getByLabel('Ajouter une note').fill('Le calendrier manque.');
    await guest.getByRole('button', { name: 'Garder la note' }).click();
    await expect(guest.getByText('Le calendrier manque.')).toBeVisible();
    await expectAccessible(guest);
    await guest.goto(`${mine}/messages`);
    await guest.locator('summary', { hasText: 'Demander une correction' }).click();
    await guest.locator('summary', { hasText: 'Projet (' }).click();
    await guest.getByRole('checkbox').first().check();
    await guest.getByLabel('Ce qui est à corriger, et pourquoi').fill('Donnez un calendrier.');
    await guest.getByRole('button', { name: 'Envoyer la demande' }).click();
    await expect(guest.getByText('La demande de correction est envoyée.')).toBeVisible();
    await guest.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(guest);
  });

  await test.step('the invitation ends: nothing opens any more, the file waits for somebody else', async () => {
    await page.reload();
    await expect(page.getByText('Le calendrier manque.')).toBeVisible();
    await page.goto(`/fr/admin/calls/${call.slug}/instructors`);
    await page.getByRole('button', { name: `Mettre fin pour ${invited.name}` }).click();
    await expect(page.getByText('ses dossiers sont à confier à quelqu’un d’autre').first()).toBeVisible();
    expect((await guest.goto(mine))?.status()).toBe(404);
    await guest.goto('/fr/examining');
    await expect(guest.getByText('Aucun dossier ne vous est confié.')).toBeVisible();
    await page.goto(`/fr/admin/calls/${call.slug}/applications?instructor=none`);
    await expect(board(page, 'Roselières')).toBeVisible();
  });
});
