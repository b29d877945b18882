import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonRow } from '@/components/ui/button';
import { ExternalLink } from '@/components/ui/link';
import { SummaryList } from '@/components/ui/summary-list';
import { Moment } from '@/components/ui/time';
import { requireSignIn } from '@/lib/auth/session';
import { myConvocation } from '@/lib/jury/queries/convocation';

type Props = { params: Promise<{ id: string; locale: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury.convocation'))('title') };
}

/** When and where a team is heard, how its time is shared, and the files to keep: calendar and paper. */
export default async function HearingPage({ params }: Props) {
  const { id, locale } = await params;
  const viewer = await requireSignIn(`/my-applications/${encodeURIComponent(id)}/hearing`);
  const told = await myConvocation(viewer, id);
  if (!told) notFound();
  const t = await getTranslations('jury.convocation');
  const file = (format: string) => `/api/jury/convocation/${told.id}/${format}?lang=${locale}`;
  const { pitch, questions } = told.rhythm;
  return (
    <Page
      width="narrow"
      title={t('title')}
      lead={told.title}
      breadcrumbs={
        <Breadcrumbs
          items={[{ label: told.call, href: told.mine ? `/my-applications/${id}` : '/today' }, { label: t('title') }]}
        />
      }
    >
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
    </Page>
  );
}
