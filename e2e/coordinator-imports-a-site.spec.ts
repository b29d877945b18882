import { expect, test } from '@playwright/test';
import { ZipFile } from 'yazl';
import { expectAccessible, expectNoSidewaysScroll, signInAs, sql } from './support';

/** An invented site, in the shape of the programme's own of 2019, with its usual slips. */
async function archive(files: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), `site-main/${name}`);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function site(mark: string): Record<string, string> {
  return {
    [`_defis/2017-01-01-phare-${mark}.md`]: `---\ntitle: Phare ${mark}\nannees: 2017\ndescription: Guider les petits navires\nadministration: Service des phares ${mark}\neigs:\n  - nom: Aline Vasseur${mark}\nmentors:\n  - nom: Un·e mentor\n---\nTexte du défi.\n`,
    [`_communaute/2017-01-01-aline-${mark}.md`]: `---\nnom: Aline Vasseur${mark}\nannees: 2017\nprofil: Développeuse\ndefis:\n  - nom: Pharre ${mark}\n---\nBiographie.\n`,
  };
}

const upload = (buffer: Buffer, name = 'site.zip') => ({ name, mimeType: 'application/zip', buffer });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a coordinator imports a site: reads its report, answers what it asks, applies it', async ({ page }) => {
      const mark = `${Date.now()}`.slice(-7);
      const files = site(mark);
      await signInAs(page, 'coordinator', '/fr/admin/imports');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reprises de sites');
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel('Archive du site').setInputFiles(upload(await archive(files), `site-${mark}.zip`));
      await page.getByRole('button', { name: 'Lire l’archive' }).click();
      await page.waitForURL(/\/admin\/imports\/[0-9a-f-]{36}$/);
      const run = page.url();
      await expect(page.getByRole('row', { name: /^Défis/ })).toContainText('1');
      expect(await sql('SELECT 1 FROM challenge WHERE title = $1', [`Phare ${mark}`])).toEqual([]);
      if (javaScriptEnabled) await expectAccessible(page);

      await page.goto(`/fr/admin/imports/issues?q=Pharre+${mark}`);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('link', { name: `Pharre ${mark}` }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Référence introuvable');
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('button', { name: `Rattacher à Phare ${mark}` }).click();
      await expect(page.getByText('Les prochains imports suivront cette réponse.')).toBeVisible();

      await page.goto(run);
      await page.getByRole('button', { name: 'Appliquer l’import' }).click();
      await expect(page.getByText('Voici ce que l’import a écrit')).toBeVisible();
      await page.goto(`/fr/challenges?q=Phare+${mark}`);
      await page
        .getByRole('link', { name: `Phare ${mark}` })
        .first()
        .click();
      await expect(page.getByText('Guider les petits navires')).toBeVisible();
      await expect(page.getByText(`Aline Vasseur${mark}`)).toBeVisible();

      await page.goto('/fr/admin/imports');
      await page.getByLabel('Archive du site').setInputFiles(upload(await archive(files), `site-${mark}.zip`));
      await page.getByRole('button', { name: 'Lire l’archive' }).click();
      await page.waitForURL(/\/admin\/imports\/[0-9a-f-]{36}$/);
      await expect(page.getByRole('row', { name: /^Total/ })).toContainText(/0\s*0/);
    });
  });
}

test('an archive that is no site, or that climbs out of itself, is refused and nothing is kept', async ({ page }) => {
  await signInAs(page, 'coordinator', '/fr/admin/imports');
  const name = `refused-${Date.now()}.zip`;
  for (const [buffer, sentence] of [
    [await archive({ 'notes.txt': 'rien' }), 'Aucun site du programme n’a été reconnu'],
    [Buffer.from('pas une archive'), 'n’est pas une archive zip lisible'],
    [
      Buffer.from(
        (await archive({ '_defis/a.md': 'x' })).toString('latin1').replaceAll('site-main/_defis', '../../../x/_defi'),
        'latin1',
      ),
      'mène hors de l’archive',
    ],
    [await archive({ '_data/defis.yml': ' '.repeat(3_000_000) }), 'enfle démesurément'],
    [await archive({ '_defis/2018-01-01-x.md': '---\ntitre: "x" y\n---\n' }), 'Du YAML est illisible'],
  ] as const) {
    await page.goto('/fr/admin/imports');
    await page.getByLabel('Archive du site').setInputFiles(upload(buffer, name));
    await page.getByRole('button', { name: 'Lire l’archive' }).click();
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
  }
  await expectAccessible(page);
  expect(await sql('SELECT id FROM import_run WHERE name = $1', [name])).toEqual([]);
});

test('imports belong to the coordination, in both languages and on a phone', async ({ page, request }) => {
  await signInAs(page, 'juror');
  expect((await page.goto('/fr/admin/imports'))?.status()).toBe(404);
  expect((await request.post('/api/imports', { multipart: { archive: upload(Buffer.from('x')) } })).status()).toBe(404);
  await page.context().clearCookies();
  await signInAs(page, 'coordinator', '/en/admin/imports');
  await page.setViewportSize({ width: 320, height: 800 });
  for (const path of ['/en/admin/imports', '/en/admin/imports/issues']) {
    await page.goto(path);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Issues to look at');
});
