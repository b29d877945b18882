import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { FormPreview } from '@/components/calls/form-preview';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { currentViewer } from '@/lib/auth/session';
import { managesCalls } from '@/lib/calls/policy';
import { callBySlug } from '@/lib/calls/queries';
import { fieldsOf } from '@/lib/calls/shape';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('calls.preview'))('title') };
}

/** The form as an applicant sees it; nothing written here is kept. */
export default async function FormPreviewPage({ params }: Props) {
  const viewer = await currentViewer();
  const [t, call] = await Promise.all([getTranslations('calls.preview'), callBySlug(viewer, (await params).slug)]);
  const form = call?.draftForm ?? call?.form;
  if (!call || !form) notFound();
  const conditional = fieldsOf(form.definition).filter((one) => one.showIf).length;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="narrow"
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: t('calls'), href: '/calls' },
            { label: call.title, href: `/calls/${call.slug}` },
            { label: t('title') },
          ]}
        />
      }
    >
      {managesCalls(viewer, call.cohort.id) ? (
        <p>
          <Link href={`/admin/calls/${call.slug}/form`}>{t('edit', { number: form.number })}</Link>
        </p>
      ) : null}
      {conditional > 0 ? <p>{t('conditional', { count: conditional })}</p> : null}
      <FormPreview definition={form.definition} />
    </Page>
  );
}
