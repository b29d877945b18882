import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { ButtonRow } from '@/components/ui/button';
import { Radios } from '@/components/ui/choices';
import { Textarea } from '@/components/ui/textarea';
import { saveReadingAction } from '@/lib/applications/actions/preselection';
import type { ExaminationSettings } from '@/lib/applications/examination-settings';
import { OPINIONS, type Opinion } from '@/lib/applications/reading';
import { inLanguage } from '@/lib/calls/shape';

type Props = {
  reading: { id: string; version: number; marks: Record<string, number>; opinion: Opinion | null; comment: string };
  grid: ExaminationSettings;
};

/** A quick grid: a mark a criterion, an opinion, a remark, a question for the hearing. */
export function ReadingForm({ reading, grid }: Props) {
  const t = useTranslations('correspondence.readings');
  const locale = useLocale();
  const marks = Array.from({ length: grid.scale }, (_, index) => String(index + 1));
  return (
    <ActionForm
      action={saveReadingAction}
      hidden={{ readingId: reading.id, version: String(reading.version) }}
      key={reading.version}
    >
      <p className="quiet">{t('gridHelp', { top: grid.scale })}</p>
      {grid.criteria.map((criterion) => (
        <Radios
          key={criterion.id}
          name={`marks.${criterion.id}`}
          label={inLanguage(criterion, locale)}
          inline
          defaultValue={reading.marks[criterion.id]?.toString()}
          options={marks.map((mark) => ({ value: mark, label: mark }))}
        />
      ))}
      <Radios
        name="opinion"
        label={t('opinion')}
        defaultValue={reading.opinion ?? undefined}
        options={OPINIONS.map((opinion) => ({ value: opinion, label: t(`opinions.${opinion}`) }))}
      />
      <Textarea
        name="comment"
        label={t('comment')}
        help={t('commentHelp')}
        optional
        rows={4}
        defaultValue={reading.comment}
      />
      <Textarea name="question" label={t('question')} help={t('questionHelp')} optional rows={2} />
      <ButtonRow>
        <SubmitButton name="intent" value="send">
          {t('send')}
        </SubmitButton>
        <SubmitButton name="intent" value="save" kind="secondary">
          {t('keep')}
        </SubmitButton>
      </ButtonRow>
    </ActionForm>
  );
}
