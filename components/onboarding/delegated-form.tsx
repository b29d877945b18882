import { useTranslations } from 'next-intl';
import { AnswerFields } from '@/components/onboarding/answer-fields';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Textarea } from '@/components/ui/textarea';
import { answerDelegatedAction } from '@/lib/onboarding/actions';
import type { DelegatedItem } from '@/lib/onboarding/queries/delegated';

/** One answer, one note, one button: nothing of the list around it. */
export function DelegatedForm({ item, token }: { item: DelegatedItem; token: string }) {
  const t = useTranslations('onboarding');
  return (
    <ActionForm action={answerDelegatedAction} hidden={{ token, version: String(item.version) }}>
      <AnswerFields definition={item.definition} state={item.state} answer={item.answer} profile={null} />
      <Textarea name="note" label={t('answer.note')} help={t('answer.noteHelp')} optional defaultValue={item.note} />
      <SubmitButton>{t('delegated.submit')}</SubmitButton>
    </ActionForm>
  );
}
