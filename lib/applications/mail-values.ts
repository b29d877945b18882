import { moment } from '@/lib/calls/emails';
import { env } from '@/lib/env';
import { translator } from '@/lib/i18n/translator';

type Call = { title: string; closesAt: Date; timeZone: string };
type File = {
  title: string;
  reference: string | null;
  number: number | null;
  receivedAt: Date | null;
  digest: string | null;
};

/** What the variables of the automatic mails are worth for one file, or for an invented one: for a preview only. */
export async function previewValues(
  call: Call,
  file: File | null,
  reader: { name: string; locale: string; now: Date },
): Promise<Record<string, string>> {
  const t = await translator(reader.locale, 'mailing.preview');
  const when = (date: Date) => moment(date, reader.locale, call.timeZone);
  return {
    title: file?.title || t('sampleTitle'),
    reference: file?.reference ?? 'C0-0042',
    call: call.title,
    number: String(file?.number ?? 1),
    receivedAt: await when(file?.receivedAt ?? reader.now),
    digest: (file?.digest || '9f2c4b7d11aa83e0').slice(0, 16),
    pdf: `${env().NEXTAUTH_URL}/${reader.locale}/my-applications/…/versions/${file?.number ?? 1}/pdf`,
    by: reader.name,
    name: 'budget.ods',
    at: await when(reader.now),
    before: await when(call.closesAt),
    after: await when(new Date(call.closesAt.getTime() + 7 * 86_400_000)),
    reason: t('reason'),
    body: t('body'),
    criteria: t('criteria'),
    count: '2',
    due: await when(new Date(reader.now.getTime() + 5 * 86_400_000)),
  };
}
