import { getTranslations } from 'next-intl/server';
import { MessagePage } from '@/components/layout/message-page';
import { PublicHeader } from '@/components/layout/public-header';
import { SiteFooter } from '@/components/layout/site-footer';
import { ButtonLink } from '@/components/ui/button';
import { currentViewer } from '@/lib/auth/session';

/** Absent or not for this viewer: the same words. */
export default async function NotFound() {
  const [t, viewer] = await Promise.all([getTranslations('layout.notFound'), currentViewer()]);
  return (
    <>
      <PublicHeader viewer={viewer} />
      <MessagePage title={t('title')} lead={t('lead')} code="404">
        <ButtonLink href={viewer.kind === 'person' ? '/today' : '/'}>{t('home')}</ButtonLink>
        <ButtonLink kind="secondary" href="/challenges">
          {t('challenges')}
        </ButtonLink>
      </MessagePage>
      <SiteFooter />
    </>
  );
}
