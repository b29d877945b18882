import { exportWords } from '@/lib/applications/export-words';
import { filePdf } from '@/lib/applications/file-pdf';
import { intakeFile } from '@/lib/applications/queries/intake';
import { currentViewer } from '@/lib/auth/session';
import type { Answers } from '@/lib/calls/answers';
import { formDefinition } from '@/lib/calls/form';
import { sheetOf } from '@/lib/calls/sheet';
import { fileOf, missing } from '@/lib/download';

type Context = { params: Promise<{ locale: string; id: string }> };

/** The file as an accessible PDF: the submission in force. */
export async function GET(_request: Request, { params }: Context) {
  const { locale, id } = await params;
  const file = await intakeFile(await currentViewer(), id);
  const sent = file?.submissions[0];
  if (!file || !sent) return missing();
  const words = await exportWords(locale);
  const moment = new Intl.DateTimeFormat(words.locale === 'en' ? 'en-GB' : 'fr-FR', {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone: 'Europe/Paris',
  });
  const made = filePdf({
    lang: words.locale,
    title: file.title || words.header('title'),
    facts: [
      [words.header('reference'), file.reference ?? ''],
      [words.header('call'), file.call.title],
      [words.header('organisation'), file.organisationName],
      [words.header('received'), moment.format(sent.receivedAt)],
    ],
    sections: sheetOf(formDefinition.parse(file.formVersion.definition), sent.answers as Answers, words),
    silence: words.header('none'),
  });
  return fileOf(made, 'application/pdf', `${file.reference ?? file.id}.pdf`);
}
