import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HolidayForm } from '@/components/calls/holiday-form';
import { HolidayTable } from '@/components/calls/holiday-table';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { managesSomeCall } from '@/lib/calls/policy';
import { schoolHolidays } from '@/lib/calls/queries';

export async function generateMetadata() {
  return { title: (await getTranslations('calls.holidays'))('title') };
}

/** The school holidays the checks of dates know, with their source and the day they were read. */
export default async function HolidaysPage() {
  const viewer = await requireSignIn('/admin/calls/holidays');
  if (!managesSomeCall(viewer)) notFound();
  const [t, admin, holidays] = await Promise.all([
    getTranslations('calls.holidays'),
    getTranslations('calls.admin'),
    schoolHolidays(viewer),
  ]);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      breadcrumbs={<Breadcrumbs items={[{ label: admin('title'), href: '/admin/calls' }, { label: t('title') }]} />}
    >
      <HolidayTable holidays={holidays} />
      <HolidayForm />
    </Page>
  );
}
