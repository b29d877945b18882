import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { requireSignIn } from '@/lib/auth/session';
import { createChallengeAction } from '@/lib/challenges/actions';
import { organisationOptions } from '@/lib/people/queries/organisations';
import { listCohorts } from '@/lib/programme/queries';
import { isCoordinator } from '@/lib/viewer';

export async function generateMetadata() {
  return { title: (await getTranslations('challenges'))('admin.new') };
}

export default async function NewChallengePage() {
  const viewer = await requireSignIn('/admin/challenges/new');
  if (!isCoordinator(viewer)) notFound();
  const [t, cohorts, organisations] = await Promise.all([
    getTranslations('challenges'),
    listCohorts(viewer),
    organisationOptions(viewer),
  ]);
  const crumbs = [
    { label: t('admin.home'), href: '/admin' },
    { label: t('list.title'), href: '/admin/challenges' },
    { label: t('admin.new') },
  ];
  return (
    <Page title={t('admin.new')} lead={t('admin.newLead')} width="narrow" breadcrumbs={<Breadcrumbs items={crumbs} />}>
      <ActionForm action={createChallengeAction}>
        <TextInput name="title" label={t('form.title')} />
        <Select
          name="cohortId"
          label={t('facets.cohort')}
          placeholder={t('form.choose')}
          options={cohorts.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select name="hostId" label={t('page.host')} optional placeholder={t('form.choose')} options={organisations} />
        <SubmitButton>{t('admin.create')}</SubmitButton>
      </ActionForm>
    </Page>
  );
}
