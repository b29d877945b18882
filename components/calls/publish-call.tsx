import { useNow, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Moment } from '@/components/ui/time';
import { publishCallAction, publishFormAction } from '@/lib/calls/actions/call';
import type { CallPage } from '@/lib/calls/queries';

/** The two acts that change what everyone sees: publishing the call, then a new version of its form. */
export function PublishCall({ call }: { call: CallPage }) {
  const t = useTranslations('calls.publish');
  const now = useNow();
  const hidden = { callId: call.id };
  if (!call.publishedAt) {
    return (
      <section aria-labelledby="publish" className="mt-10">
        <h2 id="publish">{t('title')}</h2>
        <p className="my-3">
          {t.rich(now < call.opensAt ? 'later' : 'now', {
            date: () => <Moment date={call.opensAt} zone={call.timeZone} />,
          })}
        </p>
        <ActionForm action={publishCallAction} hidden={hidden}>
          <SubmitButton>{t('call')}</SubmitButton>
        </ActionForm>
      </section>
    );
  }
  if (!call.draftForm) return null;
  return (
    <section aria-labelledby="publish" className="mt-10">
      <h2 id="publish">{t('formTitle', { number: call.draftForm.number })}</h2>
      <p className="my-3">{t('formText')}</p>
      <ActionForm action={publishFormAction} hidden={hidden}>
        <SubmitButton>{t('form')}</SubmitButton>
      </ActionForm>
    </section>
  );
}
