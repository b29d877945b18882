import { useTranslations } from 'next-intl';
import { useHalfDay } from '@/components/jury/use-half-day';
import { Table } from '@/components/ui/table';
import type { PanelsAnswer } from '@/lib/jury/panels';

type Props = { answer: PanelsAnswer; label: (id: string) => string };

/** File by file and juror by juror: why they are where they are. Answers kept before this was explained say nothing. */
export function PanelsWhy({ answer, label }: Props) {
  const t = useTranslations('jury.solution');
  const { proposals = [], jurors = [] } = answer.explanation as Partial<PanelsAnswer['explanation']>;
  const halfDay = useHalfDay();
  const numbers = (panels: number[]) => panels.map((panel) => panel + 1).join(', ') || '—';
  return (
    <>
      <Table
        caption={t('byFile')}
        wide
        rows={proposals}
        rowKey={(row) => row.proposal}
        columns={[
          { key: 'file', label: t('file'), cell: (row) => label(row.proposal) },
          { key: 'panel', label: t('panel'), cell: (row) => numbers(row.panels) },
          {
            key: 'known',
            label: t('knownThemes'),
            cell: (row) =>
              row.known.map(({ theme, jurors: who }) => (
                <span key={theme} className="block">
                  {theme} <span className="quiet">{who.map(label).join(', ')}</span>
                </span>
              )),
          },
          { key: 'unknown', label: t('unknownThemes'), cell: (row) => row.unknown.join(', ') },
          {
            key: 'barred',
            label: t('keptAway'),
            cell: (row) => row.barred.map(({ juror }) => label(juror)).join(', '),
          },
        ]}
      />
      <Table
        caption={t('byJuror')}
        wide
        rows={jurors}
        rowKey={(row) => row.juror}
        columns={[
          { key: 'juror', label: t('juror'), cell: (row) => label(row.juror) },
          { key: 'panel', label: t('panel'), cell: (row) => numbers(row.panels) },
          { key: 'free', label: t('freeOn'), cell: (row) => row.halfDays.map(halfDay).join(' ; ') },
          {
            key: 'brings',
            label: t('brings'),
            cell: (row) =>
              [
                row.alone.length ? t('alone', { themes: row.alone.join(', ') }) : '',
                row.onlyBackground ? t('onlyBackground') : '',
                row.neededFellow ? t('neededFellow') : '',
              ]
                .filter(Boolean)
                .join(' · '),
          },
          { key: 'barred', label: t('keptFrom'), align: 'end', cell: (row) => row.barred },
        ]}
      />
    </>
  );
}
