import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Textarea } from '@/components/ui/textarea';
import { examineFilesAction } from '@/lib/applications/actions/examine';
import type { ExaminedFile } from '@/lib/applications/queries/examined';
import { DECIDED_FROM } from '@/lib/applications/states';

/** Pre-selected for a hearing or not, with a reason that stays; or why it cannot be decided here now. */
export function DecidePreselection({ file }: { file: ExaminedFile }) {
  const t = useTranslations('intake');
  const may = (['preselected', 'not_preselected'] as const).filter((after) => DECIDED_FROM[after].includes(file.state));
  if (file.call.published) return <Notice tone="info">{t('rules.published')}</Notice>;
  if (may.length === 0) return <Notice tone="info">{t('preselection.beyond')}</Notice>;
  return (
    <ActionForm action={examineFilesAction} hidden={{ ids: file.id }}>
      {file.readings.sent < file.readings.given ? (
        <Notice tone="time">{t('preselection.early', { left: file.readings.given - file.readings.sent })}</Notice>
      ) : null}
      <Textarea id="preselection-reason" name="reason" label={t('acts.reason')} help={t('acts.reasonHelp')} rows={3} />
      <ButtonRow>
        {may.map((after) => (
          <SubmitButton
            key={after}
            name="intent"
            value={after}
            kind={after === 'preselected' ? 'primary' : 'secondary'}
          >
            {t(`acts.${after}`)}
          </SubmitButton>
        ))}
      </ButtonRow>
    </ActionForm>
  );
}
