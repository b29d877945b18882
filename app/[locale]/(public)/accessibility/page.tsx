import { getTranslations } from 'next-intl/server';
import { AboutPage } from '@/components/layout/about-page';

export async function generateMetadata() {
  return { title: (await getTranslations('layout.about'))('accessibility.title') };
}

export default function AccessibilityPage() {
  return <AboutPage about="accessibility" />;
}
