import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { mapCriteriaAction } from '@/lib/jury/actions/rubric';
import type { Comparison, OtherRubric } from '@/lib/jury/queries/crosswalk';
import type { StageDetail } from '@/lib/jury/queries/stages';

type Props = { stage: StageDetail; comparison: Comparison; others: OtherRubric[] };

/** What each earlier criterion became; and which stage to compare with. */
export function CrosswalkForm({ stage, comparison, others }: Props) {
  const t = useTranslations('jury.compare');
  const locale = useLocale() === 'en' ? 'en' : 'fr';
  const heirs = [
    { value: 'none', label: t('noHeir') },
    ...stage.rubric.criteria.map(({ key, label }) => ({ value: key, label: label[locale] })),
  ];
  return (
    <>
      {comparison.with ? (
        <Details summary={t('map')}>
          <ActionForm action={mapCriteriaAction} hidden={{ stageId: stage.id, from: comparison.with.id }}>
            {comparison.with.rubric.criteria.map(({ key, label }) => (
              <Select
                key={key}
                name={`map.${key}`}
                label={t('became', { criterion: label[locale] })}
                options={heirs}
                defaultValue={comparison.map[key] ?? 'none'}
              />
            ))}
            <SubmitButton>{t('save')}</SubmitButton>
          </ActionForm>
        </Details>
      ) : null}
      <Details summary={comparison.with ? t('choseAnother') : t('choose')} open={!comparison.with}>
        {others.length ? (
          <ActionForm action={mapCriteriaAction} hidden={{ stageId: stage.id }}>
            <Select
              name="from"
              label={t('from')}
              placeholder=""
              options={others.map(({ id, name, call, cohort }) => ({
                value: id,
                label: `${name} · ${call} · ${cohort}`,
              }))}
            />
            <SubmitButton kind="secondary">{t('compare')}</SubmitButton>
          </ActionForm>
        ) : (
          <p>{t('noOther')}</p>
        )}
      </Details>
    </>
  );
}
