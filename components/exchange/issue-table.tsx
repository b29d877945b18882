import { useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import type { Reason } from '@/lib/exchange/issues';
import type { Act } from '@/lib/exchange/states';

type Issue = {
  id: string;
  file: string;
  field: string;
  value: string;
  reason: Reason;
  suggestionLabel: string | null;
  choice: { act: Act } | null;
};

/** Questions that imports ask: what was found, where, why it is asked, what it most looks like. */
export function IssueTable({ issues }: { issues: Issue[] }) {
  const t = useTranslations('exchange');
  return (
    <Table
      caption={t('issues.title')}
      captionHidden
      stack
      rows={issues}
      rowKey={(issue) => issue.id}
      rowHref={(issue) => `/admin/imports/issues/${issue.id}`}
      columns={[
        { key: 'value', label: t('issues.value'), cell: (issue) => issue.value || t('issues.nothing') },
        { key: 'reason', label: t('issues.reason'), cell: (issue) => t(`reasons.${issue.reason}.short`) },
        { key: 'suggestion', label: t('issues.suggestion'), cell: (issue) => issue.suggestionLabel ?? '–' },
        {
          key: 'where',
          label: t('issues.where'),
          cell: (issue) => (
            <span className="hint break-words">
              {issue.file.split('/').at(-1)} · {issue.field}
            </span>
          ),
        },
        {
          key: 'state',
          label: t('issues.state'),
          cell: (issue) =>
            issue.choice ? (
              <Status tone="good">{t(`acts.${issue.choice.act}.done`)}</Status>
            ) : (
              <Status tone="time">{t('issues.open')}</Status>
            ),
        },
      ]}
    />
  );
}
