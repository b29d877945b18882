import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Status } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import { Day } from '@/components/ui/time';
import { MAIL_EVENTS, type MailEvent } from '@/lib/calls/mail-events';

type Template = { event: MailEvent; locale: string; updatedAt: Date };

/** The automatic mails of a call: when each leaves, and in whose words. */
export function MailList({ slug, templates }: { slug: string; templates: Template[] }) {
  const t = useTranslations('mailing');
  const cell = (event: MailEvent, locale: 'fr' | 'en') => {
    const own = templates.find((one) => one.event === event && one.locale === locale);
    return (
      <Link href={`/admin/calls/${slug}/mails/${event}?lang=${locale}`}>
        <Status tone={own ? 'info' : 'neutral'}>
          {own ? t.rich('own', { date: () => <Day date={own.updatedAt} short /> }) : t('usual')}
          <span className="hidden-text">{`, ${t(`events.${event}.name`)}, ${t(`edit.languages.${locale}`)}`}</span>
        </Status>
      </Link>
    );
  };
  return (
    <Table
      caption={t('automatic')}
      captionHidden
      stack
      rows={Object.keys(MAIL_EVENTS) as MailEvent[]}
      rowKey={(event) => event}
      columns={[
        { key: 'event', label: t('columns.event'), cell: (event) => t(`events.${event}.name`) },
        { key: 'when', label: t('columns.when'), cell: (event) => t(`events.${event}.when`) },
        { key: 'fr', label: t('columns.fr'), cell: (event) => cell(event, 'fr') },
        { key: 'en', label: t('columns.en'), cell: (event) => cell(event, 'en') },
      ]}
    />
  );
}
