import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ManagedCalls } from '@/components/calls/managed-calls';
import { Page } from '@/components/layout/page';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { requireSignIn } from '@/lib/auth/session';
import { managesSomeCall } from '@/lib/calls/policy';
import { managedCalls } from '@/lib/calls/queries';

export async function generateMetadata() {
  return { title: (await getTranslations('calls.admin'))('title') };
}

export default async function AdminCallsPage() {
  const viewer = await requireSignIn('/admin/calls');
  if (!managesSomeCall(viewer)) notFound();
  const [t, calls] = await Promise.all([getTranslations('calls.admin'), managedCalls(viewer)]);
  return (
    <Page title={t('title')} home="coordination" actions={<ButtonLink href="/admin/calls/new">{t('new')}</ButtonLink>}>
      <ManagedCalls calls={calls} />
      <p className="mt-6">
        <Link href="/admin/calls/holidays">{t('holidays')}</Link>
      </p>
    </Page>
  );
}
