import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Sessions } from '@/components/auth/sessions';
import { Page } from '@/components/layout/page';
import { PreferencesForm, ProfileForm } from '@/components/people/profile-form';
import { Link } from '@/components/ui/link';
import { sessionsOf } from '@/lib/auth/queries';
import { requireSignIn, sessionToken } from '@/lib/auth/session';
import { ownProfile } from '@/lib/people/queries/own';

export async function generateMetadata() {
  return { title: (await getTranslations('people'))('profile.title') };
}

export default async function ProfilePage() {
  const viewer = await requireSignIn('/profile');
  const [t, profile, sessions] = await Promise.all([
    getTranslations('people.profile'),
    ownProfile(viewer),
    sessionToken().then((token) => sessionsOf(viewer, token ?? '')),
  ]);
  if (!profile) notFound();
  return (
    <Page title={t('title')} home="today" lead={t('lead', { email: profile.email })} width="narrow">
      <p className="mb-6">
        <Link href={`/people/${profile.slug}`}>{t('see')}</Link>
      </p>
      <ProfileForm profile={profile} />
      <h2 className="mt-12 mb-4">{t('preferences')}</h2>
      <PreferencesForm profile={profile} />
      <Sessions sessions={sessions} />
      <section aria-labelledby="data" className="mt-12">
        <h2 id="data">{t('data')}</h2>
        <p className="my-3">{t('dataHelp')}</p>
        <a className="btn" data-kind="secondary" href="/api/my-data" download>
          {t('download')}
        </a>
      </section>
    </Page>
  );
}
