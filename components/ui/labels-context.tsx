'use client';
import { createContext, type ReactNode, useContext } from 'react';

export type ClientLabels = { locale: string; texts: Record<string, string> };

const Context = createContext<ClientLabels>({ locale: 'fr', texts: {} });

export function LabelsProvider({ labels, children }: { labels: ClientLabels; children: ReactNode }) {
  return <Context value={labels}>{children}</Context>;
}

/**
 * The few words client leaves need, without shipping a message formatter to the browser.
 * `label('copied')` reads a text; `label('charactersLeft', 12)` picks `….one` or `….other` and fills `{n}`.
 */
export function useLabels(): (key: string, count?: number) => string {
  const { locale, texts } = useContext(Context);
  return (key, count) => {
    if (count === undefined) return texts[key] ?? key;
    const form = new Intl.PluralRules(locale).select(count) === 'one' ? 'one' : 'other';
    const template = texts[`${key}_${form}`] ?? texts[key] ?? key;
    return template.replace('{n}', new Intl.NumberFormat(locale).format(count));
  };
}
