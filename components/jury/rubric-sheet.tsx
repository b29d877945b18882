import { useLocale, useTranslations } from 'next-intl';
import { SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import { Moment } from '@/components/ui/time';
import type { StageDetail } from '@/lib/jury/queries/stages';
import type { Criterion, Opinion } from '@/lib/jury/schema';

/** A rubric to be read: each criterion with its scale and words, then the rules it is used by. */
export function RubricSheet({ stage }: { stage: StageDetail }) {
  const t = useTranslations('jury.rubric');
  const locale = useLocale() === 'en' ? 'en' : 'fr';
  const { rubric } = stage;
  const yes = (given: boolean, words: string) => (given ? [words] : []);
  const hides = [
    ...yes(rubric.anonymity.names, t('names')),
    ...yes(rubric.anonymity.organisations, t('organisations')),
    ...yes(rubric.anonymity.attachments, t('attachments')),
  ];
  const opinion = (one: Opinion) =>
    [
      one.verdicts.map(({ label }) => label[locale]).join(' / '),
      ...yes(one.rank, t('rank')),
      ...yes(one.favourite, t('favourite')),
    ]
      .filter(Boolean)
      .join(' · ') || '—';
  const rules = (one: Criterion) =>
    [
      ...yes(one.required, t('required')),
      ...yes(one.notApplicable, t('notApplicable')),
      ...yes(!one.inTotal, t('outOfTotal')),
      `${t('comment')} (${t(`comments.${one.comment}`)})`,
    ].join(' · ');
  return (
    <>
      <Table
        caption={t('criteria')}
        stack
        rows={rubric.criteria}
        rowKey={(one) => one.key}
        columns={[
          {
            key: 'label',
            label: t('criterion'),
            cell: (one) => (
              <>
                {one.label[locale]}
                {one.description ? <span className="hint block font-normal">{one.description[locale]}</span> : null}
              </>
            ),
          },
          {
            key: 'scale',
            label: t('scale'),
            cell: (one) =>
              one.anchors.length
                ? one.anchors.map(({ mark, label }) => `${mark.toLocaleString(locale)} ${label[locale]}`).join(' · ')
                : `${one.scale.min} – ${one.scale.max}`,
          },
          { key: 'weight', label: t('weight'), align: 'end', cell: (one) => `× ${one.weight.toLocaleString(locale)}` },
          { key: 'rules', label: t('rules'), cell: rules },
        ]}
      />
      <SummaryList
        items={[
          { key: 'version', label: t('version'), value: t('versionValue', { number: stage.version }) },
          ...(stage.frozenAt
            ? [{ key: 'frozenAt', label: t('frozenAt'), value: <Moment date={stage.frozenAt} /> }]
            : []),
          { key: 'total', label: t('total'), value: t(`totals.${rubric.total}`) },
          { key: 'marking', label: t('marking'), value: t(`markings.${rubric.marking}`) },
          { key: 'opinion', label: t('opinion'), value: opinion(rubric.opinion) },
          ...(rubric.generalGrid
            ? [{ key: 'general', label: t('generalGrid'), value: opinion(rubric.generalGrid) }]
            : []),
          { key: 'others', label: t('othersVisible'), value: t(`othersVisibles.${rubric.othersVisible}`) },
          { key: 'anonymity', label: t('anonymity'), value: hides.join(', ') || t('hidesNothing') },
        ]}
      />
    </>
  );
}
