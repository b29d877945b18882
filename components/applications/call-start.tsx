import { useLocale, useNow, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button';
import { startApplicationAction } from '@/lib/applications/actions';
import type { CallPage } from '@/lib/calls/queries';
import { callState } from '@/lib/calls/states';
import type { Viewer } from '@/lib/viewer';

/** The one thing to do here, when it can be done: start a file, or sign in to. */
export function CallStart({ call, viewer }: { call: CallPage; viewer: Viewer }) {
  const t = useTranslations('calls.page');
  const locale = useLocale();
  const state = callState(call, useNow());
  if (state !== 'open' && state !== 'closing_soon') return null;
  if (viewer.kind !== 'person') {
    return (
      <p className="mt-6">
        <ButtonLink href={`/sign-in?next=${encodeURIComponent(`/${locale}/calls/${call.slug}`)}`}>
          {t('signIn')}
        </ButtonLink>
      </p>
    );
  }
  return (
    <div className="mt-6">
      <ActionForm action={startApplicationAction} hidden={{ callId: call.id }}>
        <SubmitButton>{t('start')}</SubmitButton>
      </ActionForm>
    </div>
  );
}
