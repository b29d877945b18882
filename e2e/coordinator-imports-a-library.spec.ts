import { expect, test } from '@playwright/test';
import yazl from 'yazl';
import { expectAccessible, signInAs } from './support';

async function zipOf(entries: Record<string, string>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(entries)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

test('a coordinator brings a folder of Markdown in: reads what it would do, does it, and finds the page with its file', async ({
  page,
}) => {
  const slug = `recette-${Date.now()}`;
  await signInAs(page, 'coordinator', '/fr/resources');
  await page.getByRole('link', { name: 'Importer une bibliothèque' }).click();
  await page.waitForURL(/\/resources\/import/);
  const send = async (buffer: Buffer) => {
    await page.getByLabel('Archive ZIP').setInputFiles({ name: 'dossier.zip', mimeType: 'application/zip', buffer });
    await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click();
  };
  await send(Buffer.from('ceci n’est pas une archive'));
  await expect(page.getByRole('alert').filter({ hasText: 'n’est pas une archive ZIP lisible' })).toBeVisible();
  await send(
    await zipOf({
      [`dossier/${slug}.md`]: `---\ntitle: Recette ${slug}\nfamilies: [technical]\n---\n\nDemander une machine.\n`,
      [`dossier/${slug}/demande.csv`]: 'Objet;Date\n',
      'dossier/casse.md': 'sans en-tête',
    }),
  );
  await expect(page.getByRole('row').filter({ hasText: `Recette ${slug}` })).toContainText('Nouvelle ressource');
  await expect(page.getByRole('row').filter({ hasText: 'casse.md' })).toContainText('pas d’en-tête');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(page.getByText(/Import terminé.*1 nouvelle, aucune modifiée, 1 fichier joint/)).toBeVisible();

  // What the export gives is what the import reads: nothing to do.
  await send(await (await page.request.get('/api/support/resources')).body());
  await expect(page.getByText('Rien à importer')).toBeVisible();

  await page.goto(`/fr/resources?q=${slug}`);
  await page.getByRole('link', { name: `Recette ${slug}` }).click();
  await expect(page.getByText('Demander une machine.')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'demande.csv' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('demande.csv');
});
