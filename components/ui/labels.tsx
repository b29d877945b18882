import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LabelsProvider } from './labels-context';

/** Mounted once in the root layout: hands the `ui.client` texts to the leaves that run in the browser. */
export async function UiLabels({ children }: { children: ReactNode }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('ui')]);
  const texts = t.raw('client') as Record<string, string>;
  return <LabelsProvider labels={{ locale, texts }}>{children}</LabelsProvider>;
}
