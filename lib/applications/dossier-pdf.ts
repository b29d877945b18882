import type { ExportWords } from '@/lib/applications/exports';
import { filePdf } from '@/lib/applications/file-pdf';
import type { Dossier } from '@/lib/applications/queries/dossiers';
import { sheetOf } from '@/lib/calls/sheet';

/** A file on paper for the team: what was last sent, under the version of the form it answers. PDF/UA-1. */
export function dossierPdf(file: Dossier, words: ExportWords): Buffer {
  const language = words.locale === 'en' ? 'en-GB' : 'fr-FR';
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'medium', timeZone: file.timeZone });
  return filePdf({
    lang: words.locale,
    title: file.title || words.header('title'),
    facts: [
      [words.header('reference'), file.reference ?? ''],
      [words.header('call'), file.call],
      [words.header('organisation'), file.organisation],
      [words.header('received'), moment.format(file.receivedAt)],
    ],
    sections: sheetOf(file.definition, file.answers, words),
    silence: words.header('none'),
  });
}
