import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkbox, Radios } from '@/components/ui/choices';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { reviewAction } from '@/lib/jury/actions/juror';
import type { FileToRead } from '@/lib/jury/queries/reading';
import { CriterionFields } from './criterion-fields';
import { DraftSaver, type SaverTexts } from './draft-saver';
import { ForgetDraft } from './forget-draft';
import { GridKeys } from './grid-keys';

/** The juror's grid. It posts like any form; with JavaScript it also saves as it is typed. */
export function ReviewForm({ file }: { file: FileToRead }) {
  const t = useTranslations('jury');
  const locale = useLocale() === 'en' ? 'en' : 'fr';
  const { rubric, review } = file;
  const { opinion } = rubric;
  const labels = Object.fromEntries([
    ...rubric.criteria.map(({ key, label }) => [`grid.marks.${key}`, label[locale]]),
    ...rubric.criteria.map(({ key, label }) => [
      `grid.comments.${key}`,
      `${t('read.criterionComment')} : ${label[locale]}`,
    ]),
    ...(['comment', 'privateNote', 'verdict', 'favourite', 'rank'] as const).map((key) => [
      `grid.${key}`,
      t(`read.${key}`),
    ]),
    ['grid.abstained', t('read.abstain')],
  ]);
  return (
    <ActionForm action={reviewAction} hidden={{ assignmentId: file.id, version: String(review?.version ?? 0) }}>
      <p className="quiet">{t('read.gridHelp')}</p>
      <GridKeys>
        {rubric.criteria.map((criterion) => (
          <CriterionFields
            key={criterion.key}
            criterion={criterion}
            mark={review?.marks[criterion.key]}
            comment={review?.comments[criterion.key]}
          />
        ))}
      </GridKeys>
      <div className="border-t border-rule pt-4">
        {opinion.verdicts.length ? (
          <Radios
            name="grid.verdict"
            label={t('read.verdict')}
            optional={!opinion.verdictRequired}
            inline
            options={opinion.verdicts.map(({ key, label }) => ({ value: key, label: label[locale] }))}
            defaultValue={review?.verdict ?? undefined}
          />
        ) : null}
        {opinion.rank ? (
          <TextInput
            name="grid.rank"
            label={t('read.rank')}
            optional
            inputMode="numeric"
            width="short"
            defaultValue={review?.rank ?? ''}
          />
        ) : null}
        {opinion.comment === 'none' ? null : (
          <Textarea
            name="grid.comment"
            label={t('read.comment')}
            help={t('read.commentHelp')}
            optional={opinion.comment === 'optional'}
            rows={4}
            defaultValue={review?.comment}
          />
        )}
        {opinion.favourite ? (
          <Checkbox name="grid.favourite" value="yes" label={t('read.favourite')} defaultChecked={review?.favourite} />
        ) : null}
        <Textarea
          name="grid.privateNote"
          label={t('read.privateNote')}
          help={t('read.privateNoteHelp')}
          optional
          rows={2}
          defaultValue={review?.privateNote}
        />
        {rubric.abstention ? (
          <Checkbox
            name="grid.abstained"
            value="yes"
            label={t('read.abstain')}
            help={t('read.abstainHelp')}
            defaultChecked={review?.abstained}
          />
        ) : null}
      </div>
      {review?.sentAt ? (
        <ForgetDraft url={`/api/jury/reviews/${file.id}`} away={t('saver.notAmended')} />
      ) : (
        <DraftSaver
          url={`/api/jury/reviews/${file.id}`}
          locale={locale}
          texts={t.raw('saver') as SaverTexts}
          labels={labels}
        />
      )}
      <div className="btn-row">
        <SubmitButton name="act" value="send">
          {review?.sentAt ? t('read.amend') : t('read.send')}
        </SubmitButton>
        {review?.sentAt ? null : (
          <SubmitButton kind="secondary" name="act" value="save">
            {t('read.save')}
          </SubmitButton>
        )}
      </div>
    </ActionForm>
  );
}
