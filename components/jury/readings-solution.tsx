import { useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import type { Answer } from '@/lib/jury/assignment-answer';

type Props = { answer: Answer; names: Record<string, string> };

/** File by file: who reads it, what each is worth there, and what putting the closest other juror would cost. */
export function ReadingsSolution({ answer, names }: Props) {
  const t = useTranslations('jury.solution');
  const label = (id: string) => names[id] ?? id;
  return (
    <>
      <Table
        caption={t('byFile')}
        wide
        rows={answer.explanation.proposals}
        rowKey={(row) => row.proposal}
        columns={[
          { key: 'file', label: t('file'), cell: (row) => label(row.proposal) },
          {
            key: 'readers',
            label: t('readers'),
            cell: (row) =>
              row.readers.map((one) => (
                <span key={one.juror} className="block">
                  {label(one.juror)}{' '}
                  {one.pinned || one.points > 0 ? (
                    <span className="quiet">{one.pinned ? t('pinned') : t('points', { count: one.points })}</span>
                  ) : null}
                </span>
              )),
          },
          { key: 'backgrounds', label: t('backgrounds'), cell: (row) => row.backgrounds.join(', ') },
          {
            key: 'alternative',
            label: t('alternative'),
            cell: (row) =>
              row.alternative
                ? t('loss', { juror: label(row.alternative.juror), count: row.alternative.loss })
                : t('noAlternative'),
          },
          { key: 'allowed', label: t('allowed'), align: 'end', cell: (row) => row.allowed },
        ]}
      />
      <Table
        caption={t('byJuror')}
        rows={answer.explanation.jurors}
        rowKey={(row) => row.juror}
        columns={[
          { key: 'juror', label: t('juror'), cell: (row) => label(row.juror) },
          { key: 'given', label: t('given'), align: 'end', cell: (row) => row.given },
          { key: 'load', label: t('load'), align: 'end', cell: (row) => `${row.load[0]}–${row.load[1]}` },
          { key: 'allowed', label: t('allowedFiles'), align: 'end', cell: (row) => row.allowed },
        ]}
      />
    </>
  );
}
