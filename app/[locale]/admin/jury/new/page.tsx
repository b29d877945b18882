import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { StageForm } from '@/components/jury/stage-form';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { runsJury } from '@/lib/jury/policy';
import { otherRubrics } from '@/lib/jury/queries/crosswalk';
import { callsForStages } from '@/lib/jury/queries/stages';
import { rubricTemplates } from '@/lib/jury/templates';

export async function generateMetadata() {
  return { title: (await getTranslations('jury.admin.new'))('title') };
}

type Props = { searchParams: Promise<{ call?: string | string[] }> };

export default async function NewStagePage({ searchParams }: Props) {
  const viewer = await requireSignIn('/admin/jury/new');
  if (!runsJury(viewer)) notFound();
  const t = await getTranslations('jury.admin');
  const locale = (await getLocale()) === 'en' ? 'en' : 'fr';
  const { call } = await searchParams;
  return (
    <Page
      width="narrow"
      title={t('new.title')}
      lead={t('new.lead')}
      breadcrumbs={<Breadcrumbs items={[{ label: t('title'), href: '/admin/jury' }, { label: t('new.title') }]} />}
    >
      <StageForm
        call={typeof call === 'string' ? call : undefined}
        calls={(await callsForStages(viewer)).map(({ id, title }) => ({ value: id, label: title }))}
        earlier={(await otherRubrics(viewer)).map(({ id, name, call: of, cohort }) => ({
          value: `stage:${id}`,
          label: t('new.copyOf', { stage: name, call: of, cohort }),
        }))}
        templates={rubricTemplates.map(({ key, label }) => ({ value: key, label: label[locale] }))}
      />
    </Page>
  );
}
