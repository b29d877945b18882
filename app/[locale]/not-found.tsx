import { getTranslations } from 'next-intl/server';
import { Brand } from '@/components/layout/brand';
import { MessagePage } from '@/components/layout/message-page';
import { ButtonLink } from '@/components/ui/button';

/** Absent or not for this viewer: the same words. Kept light, for every page carries it along. */
export default async function NotFound() {
  const t = await getTranslations('layout.notFound');
  return (
    <>
      <header className="site-header">
        <div className="wrap">
          <Brand />
        </div>
      </header>
      <MessagePage title={t('title')} lead={t('lead')} code="404">
        <ButtonLink href="/">{t('home')}</ButtonLink>
        <ButtonLink kind="secondary" href="/challenges">
          {t('challenges')}
        </ButtonLink>
      </MessagePage>
    </>
  );
}
