import { getTranslations } from 'next-intl/server';
import { AboutPage } from '@/components/layout/about-page';

export async function generateMetadata() {
  return { title: (await getTranslations('layout.about'))('privacy.title') };
}

export default function PrivacyPage() {
  return <AboutPage about="privacy" />;
}
