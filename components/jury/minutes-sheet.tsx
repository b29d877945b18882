import { useLocale, useTranslations } from 'next-intl';
import { SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import type { MinutesContent } from '@/lib/jury/minutes';
import { orderSaid } from '@/lib/jury/minutes-order';

type Content = Omit<MinutesContent, 'number' | 'sealedBy' | 'sealedAt' | 'remarks'> & Partial<MinutesContent>;

/** Minutes as a page to read and print: method, attendance, recusals, order, decisions and reasons. */
export function MinutesSheet({ content }: { content: Content }) {
  const t = useTranslations('jury');
  const states = useTranslations('applications.states');
  const locale = useLocale() === 'en' ? 'en' : 'fr';
  const { method } = content;
  const { order, severity } = orderSaid(method, t as Parameters<typeof orderSaid>[1]);
  const presence = (present: boolean | null) =>
    present === null ? '—' : present ? t('panels.present') : t('panels.absent');
  return (
    <>
      <h2>{t('minutes.method')}</h2>
      <SummaryList
        items={[
          {
            key: 'rubric',
            label: t('nav.rubric'),
            value: `${method.rubric[locale]}, ${t(`minutes.marking.${method.marking}`)}`,
          },
          {
            key: 'criteria',
            label: t('minutes.criteria'),
            value: method.criteria
              .map((one) => `${one.label[locale]} (${one.min}–${one.max}, × ${one.weight})`)
              .join(' ; '),
          },
          { key: 'total', label: t('read.total'), value: t(`minutes.total.${method.total}`) },
          { key: 'order', label: t('board.order'), value: order },
          ...(severity ? [{ key: 'severity', label: t('minutes.severity'), value: severity }] : []),
        ]}
      />
      <Table
        caption={t('minutes.attendance')}
        rows={content.attendance}
        rowKey={(row) => `${row.name} ${row.panel}`}
        columns={[
          { key: 'name', label: t('jurors.name'), cell: (row) => row.name },
          { key: 'panel', label: t('solution.panel'), cell: (row) => row.panel ?? '—' },
          { key: 'present', label: t('minutes.presence'), cell: (row) => presence(row.present) },
        ]}
      />
      {content.recusals.length ? (
        <Table
          caption={t('minutes.recusals')}
          rows={content.recusals}
          rowKey={(row) => `${row.name} ${row.file} ${row.kind}`}
          columns={[
            { key: 'name', label: t('jurors.name'), cell: (row) => row.name },
            { key: 'file', label: t('panels.file'), cell: (row) => row.file },
            { key: 'kind', label: t('panels.reason'), cell: (row) => t(`kinds.${row.kind as 'other'}`) },
          ]}
        />
      ) : (
        <p>{t('minutes.noRecusal')}</p>
      )}
      <Table
        caption={t('minutes.decisions')}
        rows={content.files}
        rowKey={(row) => row.reference}
        columns={[
          { key: 'file', label: t('panels.file'), cell: (row) => `${row.reference} · ${row.title}` },
          {
            key: 'place',
            label: t('ranking.rank'),
            align: 'end',
            cell: (row) => `${row.place ?? '—'}${row.tiedWith ? ` ${t('ranking.tie')}` : ''}`,
          },
          {
            key: 'mean',
            label: t('ranking.mean'),
            align: 'end',
            cell: (row) =>
              row.mean?.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }) ?? '—',
          },
          ...(method.correction?.method
            ? [
                {
                  key: 'corrected',
                  label: t('minutes.correctedMean'),
                  align: 'end' as const,
                  cell: (row: Content['files'][number]) =>
                    row.corrected?.toLocaleString(locale, { maximumFractionDigits: 2 }) ?? '—',
                },
              ]
            : []),
          {
            key: 'broken',
            label: t('minutes.broken'),
            cell: (row) => (row.brokenBy ? t(`rankRules.${row.brokenBy as 'mean'}`) : ''),
          },
          { key: 'decision', label: t('decision.title'), cell: (row) => states(row.decision as 'eligible') },
          {
            key: 'reason',
            label: t('decision.reason'),
            cell: (row) => <span className="whitespace-pre-line">{row.reason}</span>,
          },
        ]}
      />
      {content.remarks ? (
        <>
          <h2>{t('minutes.remarks')}</h2>
          <p className="whitespace-pre-line">{content.remarks}</p>
        </>
      ) : null}
    </>
  );
}
