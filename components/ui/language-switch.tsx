'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { otherLocaleHref } from './href';

const languages = [
  { locale: 'fr', name: 'Français' },
  { locale: 'en', name: 'English' },
];

/** The same page in the other language, under its own name. A full load: every text changes. */
export function LanguageSwitch({ locale }: { locale: string }) {
  const pathname = usePathname();
  const search = useSearchParams().toString();
  const other = languages.find((language) => language.locale !== locale) ?? languages[0]!;
  return (
    <a
      className="link"
      href={otherLocaleHref(pathname, other.locale, search)}
      lang={other.locale}
      hrefLang={other.locale}
    >
      {other.name}
    </a>
  );
}
