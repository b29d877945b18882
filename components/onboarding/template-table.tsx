import { useLocale, useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import { Day } from '@/components/ui/time';
import type { TemplateRow } from '@/lib/onboarding/queries/templates';
import { inLanguage } from '@/lib/onboarding/schema';

/** Templates of the programme: the version in force, what is being prepared, how many lists run on it. */
export function TemplateTable({ templates }: { templates: TemplateRow[] }) {
  const t = useTranslations('onboarding.template');
  const locale = useLocale();
  return (
    <Table
      caption={t('all')}
      captionHidden
      rows={templates}
      rowKey={(one) => one.key}
      rowHref={(one) => `/admin/onboarding/templates/${one.key}`}
      stack
      columns={[
        { key: 'title', label: t('name'), cell: (one) => inLanguage(one.title, locale) },
        { key: 'items', label: t('items'), align: 'end', cell: (one) => one.items },
        {
          key: 'published',
          label: t('inForce'),
          cell: (one) =>
            one.published && one.publishedAt ? (
              <>
                {t('version', { number: one.published })}, <Day date={one.publishedAt} short />
              </>
            ) : (
              t('never')
            ),
        },
        {
          key: 'draft',
          label: t('preparing'),
          cell: (one) =>
            one.draft ? <Status tone="active">{t('version', { number: one.draft })}</Status> : t('nothing'),
        },
        { key: 'lists', label: t('lists'), align: 'end', cell: (one) => one.lists },
      ]}
    />
  );
}
