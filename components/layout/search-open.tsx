import { useLocale, useTranslations } from 'next-intl';
import { localHref } from '@/components/ui/href';
import { Shortcuts } from '@/components/ui/shortcuts';

const KEYS = ['Ctrl K', '/', 'j', 'k', 'x', '?'] as const;
const MEANS = ['search', 'search', 'next', 'previous', 'tick', 'help'] as const;

/** The search across everything the reader may see, and the help of the keys: in every header. */
export function SearchOpen() {
  const t = useTranslations('layout.search');
  const locale = useLocale();
  const keys = KEYS.map((key, index) => ({ keys: key, does: t(`keys.${MEANS[index] ?? 'help'}`) }));
  const words = (['search', 'label', 'submit', 'none', 'close', 'help', 'single'] as const).map((key) => [key, t(key)]);
  return (
    <Shortcuts
      href={localHref(locale, '/search')}
      source={`/api/search?locale=${locale}`}
      words={{ ...(Object.fromEntries(words) as Record<(typeof words)[number][0], string>), keys } as never}
    />
  );
}
