import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Convocation } from '@/components/jury/convocation';
import { TeamHalfDays } from '@/components/jury/team-half-days';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { myConvocation } from '@/lib/jury/queries/convocation';
import { askedHalfDays } from '@/lib/jury/queries/teams';

type Props = { params: Promise<{ id: string; locale: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury.convocation'))('title') };
}

/** When and where a team is heard, how its time is shared, and the files to keep: calendar and paper. */
export default async function HearingPage({ params }: Props) {
  const { id, locale } = await params;
  const viewer = await requireSignIn(`/my-applications/${encodeURIComponent(id)}/hearing`);
  const [told, asked] = await Promise.all([myConvocation(viewer, id), askedHalfDays(viewer, id)]);
  const about = told ?? asked;
  if (!about) notFound();
  const t = await getTranslations('jury.convocation');
  return (
    <Page
      width="narrow"
      title={t('title')}
      lead={about.title}
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: about.call, href: told && !told.mine ? '/today' : `/my-applications/${id}` },
            { label: t('title') },
          ]}
        />
      }
    >
      {told ? <Convocation told={told} locale={locale} /> : null}
      {asked ? <TeamHalfDays asked={asked} /> : null}
    </Page>
  );
}
