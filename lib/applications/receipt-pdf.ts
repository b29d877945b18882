import { exportWords } from '@/lib/applications/export-words';
import { filePdf } from '@/lib/applications/file-pdf';
import { myApplication, mySubmission } from '@/lib/applications/queries';
import { fileDigests } from '@/lib/applications/queries/attachments';
import type { Answers } from '@/lib/calls/answers';
import { organisationOf, titleOf } from '@/lib/calls/naming';
import { type SheetSection, sheetOf } from '@/lib/calls/sheet';
import { translator } from '@/lib/i18n/translator';
import type { Viewer } from '@/lib/viewer';

/**
 * What one keeps of a sending: reference, moment of reception to the second in the call's zone, digests, and every
 * answer as it was received. PDF/UA-1. Null for a version that is not the viewer's.
 */
export async function receiptPdf(
  viewer: Viewer,
  asked: { id: string; number: number; locale: string },
): Promise<{ pdf: Buffer; name: string } | null> {
  const file = await myApplication(viewer, asked.id);
  const sent = file && (await mySubmission(viewer, asked.id, asked.number));
  if (!file || !sent) return null;
  const [words, t, digests] = await Promise.all([
    exportWords(asked.locale),
    translator(asked.locale === 'en' ? 'en' : 'fr', 'applications'),
    fileDigests(viewer, asked.id),
  ]);
  const language = words.locale === 'en' ? 'en-GB' : 'fr-FR';
  const received = new Intl.DateTimeFormat(language, {
    dateStyle: 'full',
    timeStyle: 'long',
    timeZone: file.call.timeZone,
  }).format(sent.receivedAt);
  const reference = file.reference ?? '';
  const organisation = organisationOf(sent.definition, sent.answers).name;
  const files: SheetSection = {
    id: 'files',
    title: t('receipt.files'),
    entries: digests
      .filter(({ id }) => JSON.stringify(sent.answers as Answers).includes(id))
      .map(({ id, name, size, sha256 }) => ({
        id,
        label: name,
        value: { kind: 'text', text: t('receipt.file', { size: words.number(size), digest: sha256 }) },
      })),
  };
  const pdf = filePdf({
    lang: words.locale,
    title: t('receipt.pdfTitle', { reference }),
    facts: [
      [t('receipt.project'), titleOf(sent.definition, sent.answers) || t('untitled')],
      // Somebody who applies for themselves names no administration.
      ...(organisation ? [[t('receipt.organisation'), organisation] as [string, string]] : []),
      [t('receipt.call'), file.call.title],
      [t('receipt.version'), String(sent.number)],
      [t('receipt.receivedAt'), `${received}. ${t('receipt.binding')}`],
      [t('receipt.by'), sent.by],
      [t('receipt.digestOf'), sent.digest],
    ],
    sections: [...sheetOf(sent.definition, sent.answers, words), ...(files.entries.length > 0 ? [files] : [])],
    silence: words.header('none'),
  });
  return { pdf, name: `${reference}-v${sent.number}.pdf` };
}
