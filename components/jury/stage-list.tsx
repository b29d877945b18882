import { useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import { Moment } from '@/components/ui/time';
import type { StageRow } from '@/lib/jury/queries/stages';

/** Every stage, with how far its reviews are. */
export function StageList({ stages, now }: { stages: StageRow[]; now: Date }) {
  const t = useTranslations('jury.admin');
  const stateOf = (stage: StageRow) => {
    if (stage.closedAt || (stage.closesAt && stage.closesAt < now)) return 'closed' as const;
    return stage.assigned > 0 ? ('running' as const) : ('prepared' as const);
  };
  const tones = { prepared: 'neutral', running: 'active', closed: 'good' } as const;
  return (
    <Table
      caption={t('title')}
      captionHidden
      stack
      rows={stages}
      rowKey={(stage) => stage.id}
      rowHref={(stage) => `/admin/jury/${stage.id}`}
      columns={[
        {
          key: 'name',
          label: t('stage'),
          cell: (stage) => (
            <>
              {stage.name}
              {stage.rehearsal ? <span className="badge ml-2">{t('rehearsal')}</span> : null}
            </>
          ),
        },
        { key: 'call', label: t('call'), cell: (stage) => stage.call },
        {
          key: 'state',
          label: t('state'),
          cell: (stage) => <Status tone={tones[stateOf(stage)]}>{t(`states.${stateOf(stage)}`)}</Status>,
        },
        {
          key: 'closes',
          label: t('closes'),
          cell: (stage) => (stage.closesAt ? <Moment date={stage.closesAt} /> : '—'),
        },
        { key: 'files', label: t('files'), align: 'end', cell: (stage) => stage.files },
        { key: 'assigned', label: t('assigned'), align: 'end', cell: (stage) => stage.assigned },
        { key: 'sent', label: t('sent'), align: 'end', cell: (stage) => stage.sent },
      ]}
    />
  );
}
