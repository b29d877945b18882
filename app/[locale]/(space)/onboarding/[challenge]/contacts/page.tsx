import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { Allies } from '@/components/support/allies';
import { ChallengeTabs } from '@/components/support/challenge-tabs';
import { AddContact, KnownContacts } from '@/components/support/contact-forms';
import { ContactList } from '@/components/support/contact-list';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { alliesFor, contactsOf, supported } from '@/lib/support/queries/challenge';

type Props = { params: Promise<{ challenge: string }>; searchParams: Promise<{ who?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('support'))('contacts.title') };
}

export default async function ContactsPage({ params, searchParams }: Props) {
  const { challenge: slug } = await params;
  const { who } = await searchParams;
  const viewer = await requireSignIn(`/onboarding/${slug}/contacts`);
  const challenge = await supported(viewer, slug);
  if (!challenge) notFound();
  const words = typeof who === 'string' ? who : '';
  const [{ own, known }, allies] = await Promise.all([
    contactsOf(viewer, challenge),
    alliesFor(viewer, challenge, words),
  ]);
  const t = await getTranslations('support.contacts');
  const mine = (await getTranslations('onboarding'))('title');
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: mine, href: '/onboarding' },
            { label: challenge.title, href: `/onboarding/${slug}` },
            { label: t('title') },
          ]}
        />
      }
    >
      <ChallengeTabs challenge={slug} current="contacts" />
      <ContactList contacts={own} challenge={challenge} />
      <AddContact challenge={challenge} />
      <KnownContacts known={known} challenge={challenge} />
      <Allies allies={allies} challenge={challenge} words={words} />
    </Page>
  );
}
