import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { declareConflictAction } from '@/lib/jury/actions/juror';
import { DECLARABLE } from '@/lib/jury/states';

/** A juror declares a tie with the file they have before them. */
export function ConflictForm({ assignmentId }: { assignmentId: string }) {
  const t = useTranslations('jury');
  return (
    <Details summary={t('read.conflictTitle')}>
      <p>{t('read.conflictHelp')}</p>
      <ActionForm action={declareConflictAction} hidden={{ assignmentId }}>
        <Select
          name="kind"
          label={t('read.conflictKind')}
          placeholder=""
          options={DECLARABLE.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
        <Textarea name="reason" label={t('read.conflictReason')} optional rows={2} />
        <SubmitButton kind="secondary">{t('read.conflictSend')}</SubmitButton>
      </ActionForm>
    </Details>
  );
}
