import { type Browser, expect, type Page, test } from '@playwright/test';
import { digest } from '../lib/auth/tokens';
import { db } from '../lib/db';
import { verifyMinutes } from '../lib/jury/minutes';
import type { PersonViewer } from '../lib/viewer';
import { file, juror, stage } from '../prisma/factories/jury';
import { expectAccessible, signInAs } from './support';

/** A whole day of hearings as cohort 4 ran them: three panels, someone missing, someone who steps aside, a tie. */
async function pageOf(browser: Browser, baseURL: string, person: PersonViewer): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const token = `e2e-${person.id}-${Math.random().toString(36).slice(2)}`;
  await db.session.create({
    data: { sessionToken: digest(token), personId: person.id, expires: new Date(Date.now() + 3_600_000) },
  });
  await context.addCookies([{ name: 'cohorte.session', value: token, url: baseURL }]);
  return context.newPage();
}

const stamp = Math.random().toString(36).slice(2, 8);
const FAVOUR = ['favourable', 'unfavourable'];

test('a jury day: three panels, a missing juror, a recusal, a tie, live deliberation, sealed minutes', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(420_000);
  const base = baseURL as string;
  const days = ['2030-03-26-am', '2030-03-26-pm', '2030-03-27-am'];
  const on = await stage(db, {
    number: stamp,
    template: 'cohort4_hearing',
    settings: { panels: 3, panelMin: 2, panelMax: 4, halfDays: days, places: 3 },
  });
  const people: PersonViewer[] = [];
  for (let at = 0; at < 9; at++)
    people.push(await juror(db, on, { name: `Juré ${at} ${stamp}`, email: `jour-${at}-${stamp}@demo.invalid` }));
  for (let at = 0; at < 6; at++) await file(db, on, { title: `Défi ${at} ${stamp}` });
  const coordinator = await (
    await browser.newContext({ baseURL, locale: 'fr-FR', timezoneId: 'Europe/Paris' })
  ).newPage();
  await signInAs(coordinator, 'coordinator', `/fr/admin/jury/${on.id}/panels`);
  await coordinator.goto(`/fr/admin/jury/${on.id}/panels`);

  await test.step('the panels are composed with their proof, then again without a missing juror', async () => {
    await compose(coordinator);
    expect(await db.panel.count({ where: { stageId: on.id } })).toBe(3);
    await db.juror.updateMany({ where: { callId: on.callId, personId: people[0]!.id }, data: { state: 'declined' } });
    await compose(coordinator);
    await expect(coordinator.getByRole('heading', { name: /Sous-jury \d/ })).toHaveCount(3);
    await expect(coordinator.getByText(`Juré 0 ${stamp}`)).toHaveCount(0);
    await expectAccessible(coordinator);
  });

  const panels = await db.panel.findMany({
    where: { stageId: on.id },
    include: {
      members: true,
      hearings: { orderBy: { position: 'asc' }, include: { application: { select: { title: true } } } },
    },
    orderBy: { position: 'asc' },
  });
  let asideId = '';
  const seated = (id: string) => people.find((one) => one.id === id) as PersonViewer;

  await test.step('everyone comes into the first room; someone leaves early', async () => {
    await coordinator.goto(`/fr/admin/jury/${on.id}/attendance`);
    const room = coordinator.locator(`#room-${panels[0]!.id}`);
    await room.getByRole('button', { name: 'Tout le monde arrive' }).click();
    const all = panels[0]!.members.length;
    await expect(room.getByText(`${all} personnes sont là sur ${all}`)).toBeVisible();
    await room.getByRole('button', { name: /^Part/ }).first().click();
    await expect(room.getByText(new RegExp(`^${all - 1} .*là sur ${all}`))).toBeVisible();
    await expectAccessible(coordinator);
    await coordinator.goto(`/fr/admin/jury/${on.id}/panels`);
  });

  await test.step('someone steps aside in session and no longer finds the file', async () => {
    const panel = panels[0]!;
    const member = panel.members.find(({ personId }) => personId !== panel.rapporteurId)!;
    const aside = panel.hearings[0]!;
    asideId = member.personId;
    const section = coordinator.locator(`#panel-${panel.id}`);
    await section.getByText('Salle, rapporteur, récusation').click();
    await section.locator(`#who-${panel.id}`).selectOption(member.personId);
    await section.locator(`#what-${panel.id}`).selectOption(aside.applicationId);
    await section.getByRole('button', { name: 'Noter la récusation' }).click();
    await expect(section.getByRole('cell', { name: seated(member.personId).name })).toBeVisible();
    const page = await pageOf(browser, base, seated(member.personId));
    expect((await page.goto(`/fr/jury/hearings/${aside.id}`))?.status()).toBe(404);
    await page.goto('/fr/jury');
    await expect(page.getByText(aside.application.title)).toHaveCount(0);
  });

  await test.step('each rapporteur fills the grids, followed live, then the general grid', async () => {
    for (const [number, panel] of panels.entries()) {
      const page = await pageOf(browser, base, seated(panel.rapporteurId as string));
      for (const [at, hearing] of panel.hearings.entries()) {
        await page.goto(`/fr/jury/hearings/${hearing.id}`);
        const mark = number < 2 && at === 0 ? 4 : 2;
        for (const criterion of await page.locator('[data-criterion]').all())
          await criterion.locator(`input[value="${mark}"]`).check();
        await page.getByRole('button', { name: 'Envoyer la grille' }).click();
        await expect(page.getByRole('button', { name: 'Envoyer la version modifiée' })).toBeVisible();
      }
      await page.goto(`/fr/jury/panels/${panel.id}`);
      for (const [at] of panel.hearings.entries()) {
        await page.locator(`[name="lines[${at}].rank"]`).fill(String(at + 1));
        await page.locator(`[name="lines[${at}].verdict"][value="${FAVOUR[Math.min(at, 1)]}"]`).check();
        await page.locator(`[name="lines[${at}].reason"]`).fill('Entendu, discuté, classé.');
      }
      await page.getByRole('button', { name: 'Envoyer la grille générale' }).click();
      await expect(
        page
          .getByText('La grille générale est envoyée.')
          .or(page.getByRole('cell', { name: 'Entendu, discuté, classé.' }))
          .first(),
      ).toBeVisible();
      await page.context().close();
    }
  });

  await test.step('disjoint panels cannot be compared, and the screen says so', async () => {
    await coordinator.goto(`/fr/admin/jury/${on.id}/calibration`);
    await expect(coordinator.getByText(/groupes qui ne se croisent pas/)).toBeVisible();
  });

  // Who stepped aside from a file follows without it, and reads the minutes once the results are published.
  const follower = await pageOf(browser, base, people.slice(1).find((one) => one.id !== asideId) as PersonViewer);
  await test.step('the room follows the deliberation live; a tie is shown as a tie', async () => {
    await coordinator.goto(`/fr/admin/jury/${on.id}`);
    await coordinator.getByRole('button', { name: 'Clore l’étape' }).click();
    await expect(coordinator.getByRole('button', { name: 'Rouvrir l’étape' })).toBeVisible();
    await coordinator.goto(`/fr/admin/jury/${on.id}/deliberation`);
    await expect(coordinator.getByText('1 ex æquo').first()).toBeVisible();
    await coordinator.getByRole('button', { name: 'Ouvrir aux jurés' }).click();
    await expect(coordinator.getByRole('button', { name: 'Fermer aux jurés' })).toBeVisible();
    await follower.goto(`/fr/jury/deliberations/${on.id}`);
    await expect(follower.getByText(/En direct/)).toBeVisible();
    // A server that restarts answers with an error, at which a browser gives up: the page comes back by itself.
    const stream = '**/api/jury/live/**';
    await follower.route(stream, (route) => route.fulfill({ status: 503 }));
    const refused = follower.waitForResponse((answer) => answer.status() === 503);
    await follower.reload();
    await refused;
    await expect(follower.getByText('Connexion en cours…')).toBeVisible();
    await follower.unroute(stream);
    await expect(follower.getByText(/En direct/)).toBeVisible();
    const items = coordinator.locator('li[id^="item-"]');
    const total = await items.count();
    expect(total).toBe(6);
    for (let at = 0; at < total; at++) {
      const item = items.nth(at);
      await item.getByText('Décider, noter la discussion').click();
      await item.getByLabel(at < 3 ? 'Retenir' : 'Ne pas retenir', { exact: true }).check();
      await item.getByLabel('Motif').fill(`Délibéré n° ${at + 1}`);
      await item.getByRole('button', { name: 'Enregistrer la décision' }).click();
      await expect(item.getByText(`Délibéré n° ${at + 1}`).first()).toBeVisible();
    }
    await expect(follower.getByText('Délibéré n° 1').first()).toBeVisible({ timeout: 15_000 });
    // A browser that comes back with what it saw last is told only what changed since.
    const address = `/api/jury/live/${on.id}`;
    const first = await opening(follower, address);
    const seen = /^id: (\w+)$/m.exec(first)?.[1] ?? '';
    expect(first).toContain(`data: ${seen}`);
    expect(await opening(follower, address, seen)).toBe('retry: 2000');
    expect(await opening(follower, address, 'older')).toContain(`id: ${seen}`);
    await expectAccessible(coordinator);
    await expectAccessible(follower);
  });

  await test.step('the minutes are sealed, signed, and verify from their file alone', async () => {
    await coordinator.goto(`/fr/admin/jury/${on.id}/minutes`);
    await coordinator.getByRole('button', { name: 'Sceller le procès-verbal' }).click();
    await expect(coordinator.getByRole('heading', { name: /Procès-verbal n°/ })).toBeVisible();
    await expectAccessible(coordinator);
    const sealed = await db.minutes.findFirstOrThrow({ where: { stageId: on.id } });
    await follower.goto(`/fr/jury/minutes/${sealed.id}`);
    await follower.getByRole('button', { name: 'Signer ce procès-verbal' }).click();
    await expect(follower.getByRole('button', { name: 'Signer ce procès-verbal' })).toHaveCount(0);
    const answer = await coordinator.request.get(`/api/jury/minutes/${sealed.id}/json`);
    const checked = verifyMinutes(await answer.text());
    expect(checked).toMatchObject({ ok: true, signatures: 1 });
    if (checked.ok) expect(checked.content.recusals).toHaveLength(1);
    const pdf = await coordinator.request.get(`/api/jury/minutes/${sealed.id}/pdf`);
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
  });

  await test.step('letters are read first; laureates become challenges, are undone, made again; an hour is set', async () => {
    await coordinator.goto(`/fr/admin/jury/${on.id}/publication/letters`);
    const letter = coordinator.locator('details').filter({ hasText: 'Délibéré n° 4' });
    await letter.locator('summary').click();
    await expect(letter.getByText(/Potentiel du défi.*sur\s4/)).toBeVisible();
    const challenges = () => db.challenge.count({ where: { application: { callId: on.callId } } });
    await coordinator.goto(`/fr/admin/jury/${on.id}/publication`);
    await coordinator.getByRole('button', { name: 'Créer les 3 défis' }).click();
    await expect(coordinator.getByText('3 défis sont créés pour 3 lauréats.')).toBeVisible();
    expect(await challenges()).toBe(3);
    await coordinator.getByRole('button', { name: 'Défaire les 3 défis créés' }).click();
    await expect(coordinator.getByText('Aucun défi n’est créé pour 3 lauréats.')).toBeVisible();
    expect(await challenges()).toBe(0);
    await coordinator.getByRole('button', { name: 'Créer les 3 défis' }).click();
    await expect(coordinator.getByText('3 défis sont créés pour 3 lauréats.')).toBeVisible();
    // Nothing is readable by anyone before its hour: neither the challenges nor the outcome.
    const visitor = await browser.newContext({ baseURL });
    const made = await db.challenge.findMany({
      where: { application: { callId: on.callId } },
      select: { slug: true, title: true },
    });
    for (const { slug, title } of made)
      for (const address of [
        `/fr/search?q=${encodeURIComponent(title)}`,
        '/fr/challenges',
        '/api/data/challenges.csv',
        '/api/data/challenges.json',
      ])
        for (const headers of [{}, { RSC: '1' }] as Record<string, string>[]) {
          const text = await (await visitor.request.get(address, { headers })).text();
          for (const secret of [`/challenges/${slug}`, `"${slug}"`, 'Délibéré n°'])
            expect(text.includes(secret), `${secret} in ${address}`).toBe(false);
        }
    expect((await visitor.request.get(`/fr/challenges/${made[0]?.slug}`)).status()).toBe(404);
    await expectAccessible(coordinator);
  });
});

/** The first words of a live stream. */
const opening = (page: Page, address: string, seen = ''): Promise<string> =>
  page.evaluate(
    async ([url, id]) => {
      const stop = new AbortController();
      const answer = await fetch(url as string, {
        headers: id ? { 'Last-Event-ID': id } : {},
        signal: stop.signal,
      });
      const { value } = (await answer.body?.getReader().read()) ?? {};
      stop.abort();
      return new TextDecoder().decode(value).trim();
    },
    [address, seen],
  );

async function compose(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Composer les sous-jurys' }).click();
  await page.waitForURL(/\/solutions\//, { timeout: 60_000 });
  await expect(page.getByText('La meilleure possible, prouvée')).toBeVisible();
  await page.getByRole('button', { name: 'Constituer ces sous-jurys' }).click();
  await page.waitForURL(/\/panels/);
}
