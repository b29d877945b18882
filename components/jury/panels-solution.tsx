import { useTranslations } from 'next-intl';
import { Few } from '@/components/jury/contradiction';
import { PanelsWhy } from '@/components/jury/panels-why';
import { useHalfDay } from '@/components/jury/use-half-day';
import { Notice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import type { PanelsAnswer } from '@/lib/jury/panels';
import type { PanelBreach } from '@/lib/jury/panels-check';
import type { PanelItem } from '@/lib/jury/panels-contradiction';

const SAID = { panel_size: 1, panel_files: 1, former_fellow: 1, hearings: 1, seats: 1, pinned: 1, not_comparable: 1 };
type Props = { answer: PanelsAnswer; names: Record<string, string> };

/** The panels as solved, whether they can be compared, and the rules that contradict each other when there are none. */
export function PanelsSolution({ answer, names }: Props) {
  const t = useTranslations('jury.solution');
  const halfDay = useHalfDay();
  const label = (id: string) => names[id] ?? id;
  const { contradiction, relaxation, comparableParts } = answer.explanation;
  const whose = ({ juror, jurors, proposal }: PanelItem) =>
    [juror, ...(jurors ?? []), proposal].flatMap((id) => (id ? [label(id)] : [])).join(', ');
  const gives = (one: PanelBreach): string => {
    const [min, max] = 'limits' in one ? one.limits : [0, 0];
    return t(`panelBreaches.${one.kind in SAID ? (one.kind as keyof typeof SAID) : 'other'}`, {
      panel: 'panel' in one ? one.panel + 1 : 0,
      given: 'given' in one ? one.given : 0,
      wanted: 'wanted' in one ? one.wanted : 'parts' in one ? one.parts : 0,
      file: 'proposal' in one ? label(one.proposal) : '',
      juror: 'juror' in one ? label(one.juror) : '',
      kind: one.kind,
      range: min === max ? String(min) : t('panelBreaches.range', { min, max }),
    });
  };
  const more = (count: number) => t('more', { count });
  return (
    <>
      {answer.panels.length && comparableParts > 1 ? (
        <Notice tone="time">{t('disconnected', { count: comparableParts })}</Notice>
      ) : null}
      {contradiction ? (
        <section aria-labelledby="contradiction">
          <h2 id="contradiction">{t('contradiction')}</h2>
          <p>{contradiction.minimal ? t('minimal') : t('notMinimal')}</p>
          <ul className="prose">
            {contradiction.rules.map((rule) => (
              <li key={rule}>
                {t(`panelRules.${rule}`)}
                <span className="hint">
                  {(contradiction.items ?? [])
                    .filter(({ kind }) => kind === rule)
                    .map(whose)
                    .join(' ; ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {relaxation ? (
        <section aria-labelledby="relaxation">
          <h2 id="relaxation">{t('relaxation')}</h2>
          <Few lines={relaxation.concessions.map(gives)} more={more} />
        </section>
      ) : null}
      <Table
        caption={t('panels')}
        wide
        rows={answer.panels.map((panel, index) => ({ ...panel, index }))}
        rowKey={(row) => String(row.index)}
        columns={[
          { key: 'panel', label: t('panel'), cell: (row) => t('panelNumber', { number: row.index + 1 }) },
          { key: 'halfDay', label: t('halfDay'), cell: (row) => halfDay(row.halfDay) },
          { key: 'jurors', label: t('jurors'), cell: (row) => row.jurors.map(label).join(', ') },
          { key: 'files', label: t('files'), cell: (row) => row.proposals.map(label).join(', ') },
        ]}
      />
      <PanelsWhy answer={answer} label={label} />
    </>
  );
}
