import { getTranslations } from 'next-intl/server';
import { FileRows } from '@/components/applications/file-rows';
import { Page } from '@/components/layout/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/panel';
import { myApplications } from '@/lib/applications/queries';
import { requireSignIn } from '@/lib/auth/session';

export async function generateMetadata() {
  return { title: (await getTranslations('applications'))('list.title') };
}

export default async function MyApplicationsPage() {
  const viewer = await requireSignIn('/my-applications');
  const [t, files] = await Promise.all([getTranslations('applications.list'), myApplications(viewer)]);
  const calls = <ButtonLink href="/calls">{t('seeCalls')}</ButtonLink>;
  return (
    <Page title={t('title')} lead={files.length > 0 ? t('lead') : undefined}>
      {files.length > 0 ? (
        <>
          <FileRows files={files} />
          <p className="mt-8">{calls}</p>
        </>
      ) : (
        <EmptyState title={t('none')} action={calls}>
          {t('noneHelp')}
        </EmptyState>
      )}
    </Page>
  );
}
