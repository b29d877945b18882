import { getTranslations } from 'next-intl/server';
import { FileRows } from '@/components/applications/file-rows';
import { ProposedFiles } from '@/components/applications/proposed-files';
import { Page } from '@/components/layout/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/panel';
import { myApplications } from '@/lib/applications/queries';
import { transfersTo } from '@/lib/applications/queries/transfers';
import { requireSignIn } from '@/lib/auth/session';

export async function generateMetadata() {
  return { title: (await getTranslations('applications'))('list.title') };
}

export default async function MyApplicationsPage() {
  const viewer = await requireSignIn('/my-applications');
  const [t, files, proposed] = await Promise.all([
    getTranslations('applications.list'),
    myApplications(viewer),
    transfersTo(viewer),
  ]);
  const calls = <ButtonLink href="/calls">{t('seeCalls')}</ButtonLink>;
  return (
    <Page title={t('title')} home="today" lead={files.length > 0 ? t('lead') : undefined}>
      <ProposedFiles proposed={proposed} />
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
