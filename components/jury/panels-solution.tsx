import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import type { PanelsAnswer } from '@/lib/jury/panels';

type Props = { answer: PanelsAnswer; names: Record<string, string> };

/** The panels as solved, whether they can be compared, and the rules that contradict each other when there are none. */
export function PanelsSolution({ answer, names }: Props) {
  const t = useTranslations('jury.solution');
  const label = (id: string) => names[id] ?? id;
  const { contradiction, comparableParts } = answer.explanation;
  return (
    <>
      {answer.panels.length && comparableParts > 1 ? (
        <Notice tone="time">{t('disconnected', { count: comparableParts })}</Notice>
      ) : null}
      {contradiction ? (
        <section aria-labelledby="contradiction">
          <h2 id="contradiction">{t('contradiction')}</h2>
          <ul className="prose">
            {contradiction.rules.map((rule) => (
              <li key={rule}>{t(`panelRules.${rule}`)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <Table
        caption={t('panels')}
        wide
        rows={answer.panels.map((panel, index) => ({ ...panel, index }))}
        rowKey={(row) => String(row.index)}
        columns={[
          { key: 'panel', label: t('panel'), cell: (row) => t('panelNumber', { number: row.index + 1 }) },
          { key: 'halfDay', label: t('halfDay'), cell: (row) => row.halfDay },
          { key: 'jurors', label: t('jurors'), cell: (row) => row.jurors.map(label).join(', ') },
          { key: 'files', label: t('files'), cell: (row) => row.proposals.map(label).join(', ') },
        ]}
      />
    </>
  );
}
