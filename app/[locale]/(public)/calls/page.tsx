import { getNow, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { CallRows } from '@/components/publication/call-rows';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/panel';
import { currentViewer } from '@/lib/auth/session';
import { publicCalls } from '@/lib/publication/queries';

export async function generateMetadata() {
  return { title: (await getTranslations('home'))('calls.title') };
}

export default async function CallsPage() {
  const [t, now, calls] = await Promise.all([
    getTranslations('home'),
    getNow(),
    currentViewer().then((viewer) => publicCalls(viewer)),
  ]);
  const groups = [
    { key: 'open', calls: calls.filter((call) => call.opensAt <= now && now < call.closesAt) },
    { key: 'soon', calls: calls.filter((call) => now < call.opensAt) },
    { key: 'past', calls: calls.filter((call) => call.closesAt <= now) },
  ].filter((group) => group.key === 'open' || group.calls.length > 0);
  return (
    <Page
      title={t('calls.title')}
      lead={t('calls.lead')}
      breadcrumbs={<Breadcrumbs items={[{ label: t('home'), href: '/' }, { label: t('calls.title') }]} />}
    >
      {groups.map((group) => (
        <section key={group.key} aria-labelledby={group.key} className="mt-8">
          <h2 id={group.key}>{t(`calls.${group.key}`)}</h2>
          {group.calls.length ? (
            <CallRows calls={group.calls} />
          ) : (
            <EmptyState title={t('calls.none')}>{t('calls.noneHelp')}</EmptyState>
          )}
        </section>
      ))}
    </Page>
  );
}
