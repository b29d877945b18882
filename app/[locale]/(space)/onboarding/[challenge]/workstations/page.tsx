import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { Workstations } from '@/components/onboarding/workstations';
import { ChallengeTabs } from '@/components/support/challenge-tabs';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PrintButton } from '@/components/ui/print-button';
import { requireSignIn } from '@/lib/auth/session';
import { workstationsOf } from '@/lib/onboarding/queries/workstations';

type Props = { params: Promise<{ challenge: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('onboarding.workstation'))('all') };
}

/** What every fellow of the challenge needs, on one page to print and to order from. */
export default async function WorkstationsPage({ params }: Props) {
  const { challenge } = await params;
  const viewer = await requireSignIn(`/onboarding/${challenge}/workstations`);
  const stations = await workstationsOf(viewer, challenge);
  if (!stations) notFound();
  const t = await getTranslations('onboarding');
  return (
    <Page
      title={t('workstation.all')}
      lead={t('workstation.allLead')}
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: t('title'), href: '/onboarding' },
            { label: t('list.all'), href: `/onboarding/${challenge}` },
            { label: t('workstation.all') },
          ]}
        />
      }
      actions={<PrintButton>{t('list.print')}</PrintButton>}
    >
      <ChallengeTabs challenge={challenge} current="checklists" />
      <Workstations stations={stations} challenge={challenge} />
    </Page>
  );
}
