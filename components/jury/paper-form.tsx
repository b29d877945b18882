import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkbox, Radios } from '@/components/ui/choices';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { enterPaperAction } from '@/lib/jury/actions/coordinator';
import type { PaperGrid } from '@/lib/jury/queries/assignment';
import type { Rubric } from '@/lib/jury/schema';
import { CriterionFields } from './criterion-fields';
import { GridKeys } from './grid-keys';

/** A grid filled by hand, typed by the coordination in the juror's name. */
export function PaperForm({ stageId, rubric, paper }: { stageId: string; rubric: Rubric; paper: PaperGrid }) {
  const t = useTranslations('jury');
  const locale = useLocale() === 'en' ? 'en' : 'fr';
  const { opinion } = rubric;
  return (
    <ActionForm action={enterPaperAction} hidden={{ stageId, assignmentId: paper.id, version: String(paper.version) }}>
      <GridKeys>
        {rubric.criteria.map((criterion) => (
          <CriterionFields key={criterion.key} criterion={criterion} mark={null} comment="" />
        ))}
      </GridKeys>
      {opinion.verdicts.length ? (
        <Radios
          name="grid.verdict"
          label={t('paper.verdict')}
          optional={!opinion.verdictRequired}
          inline
          options={opinion.verdicts.map(({ key, label }) => ({ value: key, label: label[locale] }))}
        />
      ) : null}
      {opinion.rank ? (
        <TextInput name="grid.rank" label={t('read.rank')} optional inputMode="numeric" width="short" />
      ) : null}
      <Textarea name="grid.comment" label={t('paper.comment')} optional={opinion.comment !== 'required'} rows={3} />
      {opinion.favourite ? <Checkbox name="grid.favourite" value="yes" label={t('paper.favourite')} /> : null}
      {rubric.abstention ? (
        <Checkbox name="grid.abstained" value="yes" label={t('paper.abstained')} help={t('read.abstainHelp')} />
      ) : null}
      <SubmitButton>{t('paper.enter')}</SubmitButton>
    </ActionForm>
  );
}
