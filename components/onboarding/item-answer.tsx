import { useTranslations } from 'next-intl';
import { AnswerFields } from '@/components/onboarding/answer-fields';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { Textarea } from '@/components/ui/textarea';
import { answerItemAction, attestItemAction, blockItemAction, reopenItemAction } from '@/lib/onboarding/actions';
import type { ItemView } from '@/lib/onboarding/queries/items';
import { isClosed } from '@/lib/onboarding/states';

/** Answer, correct, reopen, block, confirm: what this reader may do here. */
export function ItemAnswer({ item }: { item: ItemView }) {
  const t = useTranslations('onboarding');
  const place = { id: item.id, challenge: item.challenge.slug, list: item.list.templateKey };
  const hidden = { ...place, version: String(item.version) };
  return (
    <section aria-labelledby="answer" className="mt-8">
      <h2 id="answer">{t('answer.title')}</h2>
      {item.may.answer ? (
        <>
          {isClosed(item.state) ? <Notice>{t('item.reopened')}</Notice> : null}
          <ActionForm action={answerItemAction} hidden={hidden} className="mt-4">
            <AnswerFields definition={item.definition} state={item.state} answer={item.answer} profile={item.profile} />
            <Textarea
              name="note"
              label={t('answer.note')}
              help={t('answer.noteHelp')}
              optional
              defaultValue={item.note}
            />
            <SubmitButton>{t('answer.save')}</SubmitButton>
          </ActionForm>
        </>
      ) : (
        <Notice>{t('item.readOnly', { doer: t(`doer.${item.definition.doer}`) })}</Notice>
      )}
      {item.may.attest && item.status === 'to_attest' ? (
        <ActionForm action={attestItemAction} hidden={place} className="mt-4">
          <SubmitButton kind="secondary">{t('attest')}</SubmitButton>
        </ActionForm>
      ) : null}
      {item.may.answer && isClosed(item.state) ? (
        <ActionForm action={reopenItemAction} hidden={hidden} className="mt-4">
          <SubmitButton kind="secondary">{t('reopen')}</SubmitButton>
        </ActionForm>
      ) : null}
      {item.may.answer && !isClosed(item.state) && item.state !== 'blocked' ? (
        <Details summary={t('block.title')}>
          <ActionForm action={blockItemAction} hidden={hidden}>
            <Textarea name="reason" label={t('block.reason')} limit={{ characters: 2000 }} />
            <SubmitButton kind="secondary">{t('block.submit')}</SubmitButton>
          </ActionForm>
        </Details>
      ) : null}
    </section>
  );
}
