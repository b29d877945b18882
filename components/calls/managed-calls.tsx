import { useNow, useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/panel';
import { CohortMark, cohortHue } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import { Deadline, Moment } from '@/components/ui/time';
import type { managedCalls } from '@/lib/calls/queries';
import { callState } from '@/lib/calls/states';
import { CallStatus } from './call-status';

type Row = Awaited<ReturnType<typeof managedCalls>>[number];

export function ManagedCalls({ calls }: { calls: Row[] }) {
  const t = useTranslations('calls.admin');
  const now = useNow();
  if (calls.length === 0) return <EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>;
  return (
    <Table
      caption={t('title')}
      captionHidden
      stack
      rows={calls}
      rowKey={(call) => call.id}
      rowHref={(call) => `/admin/calls/${call.slug}`}
      columns={[
        { key: 'title', label: t('columns.call'), cell: (call) => call.title },
        {
          key: 'cohort',
          label: t('columns.cohort'),
          cell: (call) => <CohortMark hue={cohortHue(call.cohort.position)}>{call.cohort.name}</CohortMark>,
        },
        { key: 'state', label: t('columns.state'), cell: (call) => <CallStatus state={callState(call, now)} /> },
        {
          key: 'closes',
          label: t('columns.closes'),
          cell: (call) =>
            // What is over presses nobody.
            call.closesAt <= now ? (
              <Moment date={call.closesAt} zone={call.timeZone} />
            ) : (
              <Deadline date={call.closesAt} zone={call.timeZone} now={now} />
            ),
        },
        { key: 'drafts', label: t('columns.drafts'), align: 'end', cell: (call) => call.drafts },
        { key: 'sent', label: t('columns.sent'), align: 'end', cell: (call) => call.sent },
      ]}
    />
  );
}
