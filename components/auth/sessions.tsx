import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/status';
import { Moment } from '@/components/ui/time';
import { endSessionAction, signOutAction } from '@/lib/auth/actions';
import { deviceName } from '@/lib/auth/devices';
import type { OpenSessionRow } from '@/lib/auth/queries';

/** Where one is signed in, and how to stop being so. */
export function Sessions({ sessions }: { sessions: OpenSessionRow[] }) {
  const t = useTranslations('auth.sessions');
  return (
    <section aria-labelledby="sessions" className="mt-12">
      <h2 id="sessions">{t('title')}</h2>
      <ul className="rows">
        {sessions.map((session) => {
          const device = deviceName(session.userAgent) ?? t('unknown');
          return (
            <li key={session.id}>
              <span>
                <strong>{device}</strong> {session.current ? <Badge tone="active">{t('current')}</Badge> : null}
                <span className="hint">
                  {t('since')} <Moment date={session.createdAt} />
                </span>
              </span>
              {session.current ? null : (
                <ActionForm action={endSessionAction} hidden={{ sessionId: session.id }}>
                  <SubmitButton kind="quiet" size="small">
                    {t('end')}
                    <span className="hidden-text"> {device}</span>
                  </SubmitButton>
                </ActionForm>
              )}
            </li>
          );
        })}
      </ul>
      <ActionForm action={signOutAction} hidden={{ everywhere: 'yes' }}>
        <SubmitButton kind="secondary">{t('everywhere')}</SubmitButton>
      </ActionForm>
    </section>
  );
}
