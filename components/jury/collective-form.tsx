import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Textarea } from '@/components/ui/textarea';
import { writeGridAction } from '@/lib/jury/actions/hearing';
import type { HearingDetail } from '@/lib/jury/queries/hearing';
import { CriterionFields } from './criterion-fields';
import { DraftSaver, type SaverTexts } from './draft-saver';
import { GridKeys } from './grid-keys';

/** The panel's one grid, by who holds the pen; saved as it is typed, followed by the others. */
export function CollectiveForm({ hearing }: { hearing: HearingDetail }) {
  const t = useTranslations('jury');
  const locale = useLocale() === 'en' ? 'en' : 'fr';
  const { rubric, grid } = hearing;
  const labels = Object.fromEntries([
    ...rubric.criteria.map(({ key, label }) => [`grid.marks.${key}`, label[locale]]),
    ...rubric.criteria.map(({ key, label }) => [
      `grid.comments.${key}`,
      `${t('read.criterionComment')} : ${label[locale]}`,
    ]),
    ['grid.comment', t('hearing.comment')],
  ]);
  return (
    <ActionForm action={writeGridAction} hidden={{ hearingId: hearing.id, version: String(grid.version) }}>
      <p className="quiet">{t('read.gridHelp')}</p>
      <GridKeys>
        {rubric.criteria.map((criterion) => (
          <CriterionFields
            key={criterion.key}
            criterion={criterion}
            mark={grid.marks[criterion.key]}
            comment={grid.comments[criterion.key]}
          />
        ))}
      </GridKeys>
      <Textarea name="grid.comment" label={t('hearing.comment')} optional rows={3} defaultValue={grid.comment} />
      <DraftSaver
        url={`/api/jury/hearings/${hearing.id}`}
        locale={locale}
        texts={t.raw('saver') as SaverTexts}
        labels={labels}
      />
      <div className="btn-row">
        <SubmitButton name="act" value="send">
          {grid.sentAt ? t('read.amend') : t('hearing.send')}
        </SubmitButton>
        <SubmitButton kind="secondary" name="act" value="save">
          {t('read.save')}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
