import { useTranslations } from 'next-intl';
import { ButtonRow } from '@/components/ui/button';
import { ExternalLink } from '@/components/ui/link';
import { SummaryList } from '@/components/ui/summary-list';
import { Moment } from '@/components/ui/time';
import type { Convocation as Told } from '@/lib/jury/queries/convocation';

/** When and where a team is heard, as it was told, with the files to keep. */
export function Convocation({ told, locale }: { told: Told; locale: string }) {
  const t = useTranslations('jury.convocation');
  const file = (format: string) => `/api/jury/convocation/${told.id}/${format}?lang=${locale}`;
  const { pitch, questions } = told.rhythm;
  return (
    <>
      <SummaryList
        items={[
          { key: 'when', label: t('when'), value: <Moment date={told.startsAt} zone={told.timeZone} /> },
          { key: 'long', label: t('howLong'), value: t('minutes', { pitch, questions }) },
          { key: 'where', label: t('where'), value: told.place || (told.link ? t('online') : t('toCome')) },
          ...(told.link
            ? [{ key: 'link', label: t('link'), value: <ExternalLink href={told.link}>{told.link}</ExternalLink> }]
            : []),
        ]}
      />
      <p className="my-4">{t('expect')}</p>
      <ButtonRow>
        <a className="btn" href={file('ics')}>
          {t('calendar')}
        </a>
        <a className="btn" data-kind="secondary" href={file('pdf')}>
          {t('print')}
        </a>
      </ButtonRow>
    </>
  );
}
