import { getTranslations } from 'next-intl/server';
import { EntrustedRows } from '@/components/applications/entrusted-rows';
import { Page } from '@/components/layout/page';
import { entrustedFiles } from '@/lib/applications/queries/examiner';
import { requireSignIn } from '@/lib/auth/session';

export async function generateMetadata() {
  return { title: (await getTranslations('instructors'))('mine.title') };
}

/** The files entrusted to somebody invited to examine a call. */
export default async function ExaminingPage() {
  const viewer = await requireSignIn('/examining');
  const [t, files] = await Promise.all([getTranslations('instructors.mine'), entrustedFiles(viewer)]);
  return (
    <Page title={t('title')} home="today" lead={t('lead')}>
      <EntrustedRows files={files} />
    </Page>
  );
}
