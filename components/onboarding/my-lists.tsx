import { useLocale, useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import { type Column, Table } from '@/components/ui/table';
import type { ListSummary } from '@/lib/onboarding/queries/lists';
import { inLanguage } from '@/lib/onboarding/schema';

/** Every list the reader follows, what is late or blocked said first. */
export function MyLists({ lists }: { lists: ListSummary[] }) {
  const t = useTranslations('onboarding.lists');
  const locale = useLocale();
  const columns: Column<ListSummary>[] = [
    { key: 'challenge', label: t('challenge'), cell: (list) => list.challengeTitle },
    { key: 'list', label: t('list'), cell: (list) => inLanguage(list.title, locale) },
    {
      key: 'progress',
      label: t('progress'),
      align: 'end',
      cell: (list) => t('closedOf', { closed: list.closed, total: list.total }),
    },
    { key: 'attention', label: t('attention'), cell: (list) => <Attention list={list} /> },
  ];
  return (
    <Table
      caption={t('caption')}
      captionHidden
      columns={columns}
      rows={lists}
      rowKey={(list) => list.id}
      rowHref={(list) => `/onboarding/${list.challengeSlug}?list=${list.templateKey}`}
      stack
    />
  );
}

function Attention({ list }: { list: ListSummary }) {
  const t = useTranslations('onboarding.lists');
  if (list.total > 0 && list.closed === list.total) return <Status tone="good">{t('complete')}</Status>;
  if (list.late + list.blocked === 0) return <Status tone="neutral">{t('onTime')}</Status>;
  return (
    <span className="flex flex-wrap gap-x-4">
      {list.blocked > 0 ? <Status tone="bad">{t('blocked', { count: list.blocked })}</Status> : null}
      {list.late > 0 ? <Status tone="time">{t('late', { count: list.late })}</Status> : null}
    </span>
  );
}
