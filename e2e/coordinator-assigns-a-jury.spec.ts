import { expect, type Page, test } from '@playwright/test';
import { db } from '../lib/db';
import { verifyMinutes } from '../lib/jury/minutes';
import { file, juror, stage } from '../prisma/factories/jury';
import { expectAccessible, signInAs } from './support';

const stamp = Math.random().toString(36).slice(2, 8);
const contact = (at: number) => ({
  firstName: 'Lou',
  lastName: `Mentor ${at}`,
  email: `mentor-${at}-${stamp}@demo.invalid`,
});

/** A jury of six on four files: small enough to be quick, large enough to contradict itself. */
async function scene() {
  const on = await stage(db, {
    number: `a${stamp}`,
    template: 'cohort4_hearing',
    settings: {
      readersPerFile: 2,
      loadMax: 2,
      panels: 2,
      panelMin: 2,
      panelMax: 4,
      halfDays: ['2031-03-25-am', '2031-03-25-pm'],
    },
  });
  const people = [];
  for (let at = 0; at < 6; at++)
    people.push(await juror(db, on, { name: `Jurée ${at} ${stamp}`, email: `juree-${at}-${stamp}@demo.invalid` }));
  for (let at = 0; at < 4; at++)
    await file(db, on, { title: `Cap ${at} ${stamp}`, answers: { projectName: `Cap ${at}`, mentor: contact(at) } });
  return { on, people };
}

const solve = async (page: Page, button: RegExp) => {
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL(/\/solutions\//);
};

test('a coordinator solves readings with their proof, is told why it cannot be, composes panels, moves, announces', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { on, people } = await scene();
  const at = (part: string) => `/fr/admin/jury/${on.id}${part}`;
  await signInAs(page, 'coordinator', at('/assignment'));

  await test.step('readings: the certificate, then a contradiction in plain words with its way out', async () => {
    await page.goto(at('/assignment'));
    await solve(page, /Calculer la répartition/);
    await expect(page.getByText('Écart', { exact: true })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Par dossier' }).getByRole('row')).toHaveCount(5);
    await expectAccessible(page);
    await db.stage.update({ where: { id: on.id }, data: { settings: { readersPerFile: 5, loadMax: 2 } } });
    await page.goto(at('/assignment'));
    await solve(page, /Calculer la répartition/);
    await expect(page.locator('#contradiction')).toBeVisible();
    await expect(page.locator('#relaxation')).toBeVisible();
    await expectAccessible(page);
    await db.stage.update({
      where: { id: on.id },
      data: {
        settings: { panels: 2, panelMin: 2, panelMax: 4, halfDays: ['2031-03-25-am', '2031-03-25-pm'] },
      },
    });
  });

  await test.step('panels are composed; a juror missing at nine moves nobody else', async () => {
    await page.goto(at('/panels'));
    await solve(page, /Composer les sous-jurys/);
    await page.getByRole('button', { name: 'Constituer ces sous-jurys' }).click();
    await page.waitForURL(/\/panels/);
    const seats = async () =>
      (await db.panelMember.findMany({ where: { panel: { stageId: on.id } }, include: { panel: true } }))
        .map(({ personId, panel }) => `${personId} ${panel.position}`)
        .sort();
    const before = await seats();
    expect(before).toHaveLength(6);
    const gone = people[0]!;
    await page.goto(at('/jurors'));
    await page.getByText('Un juré ne viendra pas').click();
    await page.locator('#absence-seat').selectOption({ label: `Jurée 0 ${stamp}` });
    await page.getByRole('button', { name: 'Enregistrer ce changement' }).click();
    await expect(page.getByText(/Changement enregistré/)).toBeVisible();
    await page.goto(at('/panels'));
    await solve(page, /Composer les sous-jurys/);
    await page.getByRole('button', { name: 'Constituer ces sous-jurys' }).click();
    await page.waitForURL(/\/panels/);
    expect(await seats()).toEqual(before.filter((seat) => !seat.startsWith(gone.id)));
  });

  await test.step('the jury: somebody is invited in the place of who will not come, and found by their answer', async () => {
    await page.goto(at('/jurors'));
    await page.getByText('Inviter une personne').click();
    await page.getByLabel('Nom', { exact: true }).fill(`Relève ${stamp}`);
    await page.getByLabel('Adresse électronique', { exact: true }).fill(`releve-${stamp}@demo.invalid`);
    await page.getByLabel(/^Remplace/).selectOption({ label: `Jurée 0 ${stamp}` });
    await page.getByRole('button', { name: 'Inviter', exact: true }).click();
    await expect(page.getByText('L’invitation est partie.')).toBeVisible();
    await page.getByRole('navigation', { name: 'Réponse' }).getByRole('link', { name: 'Invité' }).click();
    await expect(page.getByRole('row')).toHaveCount(2);
    await expect(page.getByRole('row', { name: new RegExp(`Relève ${stamp}`) })).toContainText(
      `à la place de Jurée 0 ${stamp}`,
    );
    await expectAccessible(page);
    await page.goto(at('/panels'));
  });

  await test.step('a hearing moves by buttons, what it breaks is said, everyone is told with a calendar file', async () => {
    const first = page.locator('section', { has: page.getByRole('heading', { name: /^Sous-jury 1/ }) });
    await expect(first.first()).toBeVisible();
    const { hearings } = await db.panel.findFirstOrThrow({
      where: { stageId: on.id, position: 0 },
      include: { hearings: { orderBy: { position: 'asc' } } },
    });
    expect(hearings).toHaveLength(2);
    await page.getByText('Déplacer une audition').first().click();
    await page
      .getByRole('button', { name: /Reculer d’un rang/ })
      .first()
      .click();
    await expect(page.getByText('Audition déplacée.')).toBeVisible();
    expect((await db.hearing.findUniqueOrThrow({ where: { id: hearings[0]!.id } })).position).toBe(1);
    await expectAccessible(page);
    await page.getByRole('button', { name: /Envoyer les \d+ courriels/ }).click();
    await expect(page.getByText('Convocations envoyées.')).toBeVisible();
    const mails = await db.outboxMessage.findMany({ where: { to: { endsWith: `${stamp}@demo.invalid` } } });
    const invitations = mails.filter(({ template }) => template === 'hearing-invite');
    // Five jurors and four mentors; the invented authors have addresses of their own.
    expect(invitations).toHaveLength(9);
    for (const { attachments } of invitations) expect(JSON.stringify(attachments)).toContain('BEGIN:VCALENDAR');
    const planning = await page.request.get(`/api/jury/planning/${on.id}?juror=${people[1]!.id}`);
    expect((await planning.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

test('a coordinator rehearses: invented files, marks, ranking, calibration, sealed minutes that verify; then nothing is left', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signInAs(page, 'coordinator', '/fr/admin/jury/rehearsal');
  await page.goto('/fr/admin/jury/rehearsal');
  await expectAccessible(page);
  for (const [label, value] of [
    ['Dossiers', '8'],
    ['Jurés', '6'],
    ['Lectures par dossier', '3'],
    ['Sous-jurys', '2'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('button', { name: 'Créer la répétition' }).click();
  await expect(page.getByText('La répétition est prête.')).toBeVisible();
  const base = new URL(page.url()).pathname;
  const stageId = base.split('/').at(-1)!;
  const { callId } = await db.stage.findUniqueOrThrow({ where: { id: stageId } });

  await page.goto(`${base}/assignment`);
  await solve(page, /Calculer la répartition/);
  await page.getByRole('button', { name: 'Confier les dossiers ainsi' }).click();
  await page.waitForURL(/\/assignment/);
  await page.getByRole('button', { name: 'Faire noter le jury fictif' }).click();
  await page.waitForURL(/\/ranking/);
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(9);
  await page.goto(`${base}/calibration`);
  await expect(
    page.getByRole('heading', { name: /Rang de chaque dossier/ }).or(page.getByText(/Rang de chaque dossier/).first()),
  ).toBeVisible();
  await expectAccessible(page);

  // Decisions are taken on the board, which has its own journey; here they are given, to reach the minutes.
  await db.application.updateMany({ where: { callId }, data: { state: 'not_selected' } });
  await page.goto(base);
  await page.getByRole('button', { name: 'Clore l’étape' }).click();
  await expect(page.getByRole('button', { name: 'Rouvrir l’étape' })).toBeVisible();
  await page.goto(`${base}/minutes`);
  await page.getByRole('button', { name: 'Sceller le procès-verbal' }).click();
  await expect.poll(() => db.minutes.count({ where: { stageId } })).toBe(1);
  const { id } = await db.minutes.findFirstOrThrow({ where: { stageId } });
  const sealed = await (await page.request.get(`/api/jury/minutes/${id}/json`)).text();
  expect(verifyMinutes(sealed)).toMatchObject({ ok: true });
  expect(verifyMinutes(sealed.replace('not_selected', 'selected')).ok).toBe(false);

  // The page that answers the sealing has to be there before another act is opened on it.
  await page.goto(`${base}/minutes`);
  await page.getByText('Terminer la répétition').click();
  await page.getByRole('button', { name: 'Effacer la répétition' }).click();
  await expect(page.getByText('La répétition est effacée.')).toBeVisible();
  expect(await db.call.count({ where: { id: callId } })).toBe(0);
  expect(await db.application.count({ where: { callId } })).toBe(0);
});
