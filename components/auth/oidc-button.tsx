import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { oidcName } from '@/lib/auth/provider';

/** Starts the OpenID Connect dance by a POST of its own page, so that it works without JavaScript. */
export async function OidcButton({ locale, next, failed }: { locale: string; next: string; failed: boolean }) {
  const name = oidcName();
  if (!name) return null;
  const t = await getTranslations('auth');
  return (
    <section>
      {failed ? <Notice tone="bad">{t('signIn.oidcError', { name })}</Notice> : null}
      <p>{t('signIn.or')}</p>
      <form method="post" action="/api/auth/start">
        <input type="hidden" name="next" value={next || `/${locale}/today`} />
        <button className="btn" data-kind="secondary" type="submit">
          {t('signIn.oidc', { name })}
        </button>
      </form>
    </section>
  );
}
