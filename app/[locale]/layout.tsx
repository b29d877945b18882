import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import '@/app/globals.css';
import { fontClasses } from '@/components/ui/fonts';
import { UiLabels } from '@/components/ui/labels';
import { SkipLink } from '@/components/ui/skip-link';
import { SoftNavigation } from '@/components/ui/soft-navigation';
import { currentViewer } from '@/lib/auth/session';
import { routing } from '@/lib/i18n/routing';

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: hasLocale(routing.locales, locale) ? locale : 'fr', namespace: 'layout' });
  return {
    title: { template: `%s · ${t('product')}`, default: t('product') },
    description: t('description'),
    icons: { icon: '/favicon.svg' },
  };
}

/** Every page is dynamic: prerendered ones would carry scripts without the request's nonce. */
export default async function LocaleLayout({ children, params }: Props) {
  await connection();
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const viewer = await currentViewer();
  return (
    <html lang={locale} className={fontClasses} data-theme={viewer.kind === 'person' ? viewer.theme : 'system'}>
      <body>
        <SkipLink />
        <SoftNavigation />
        <UiLabels>{children}</UiLabels>
      </body>
    </html>
  );
}
