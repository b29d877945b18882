import { useTranslations } from 'next-intl';
import { ExternalLink } from '@/components/ui/link';
import { hostOf, safeUrl } from '@/lib/people/links';
import type { PersonPage } from '@/lib/people/queries';

export function PersonLinks({ links }: { links: PersonPage['links'] }) {
  const t = useTranslations('people');
  const shown = links.flatMap((link) => {
    const url = safeUrl(link.url);
    return url ? [{ ...link, url }] : [];
  });
  if (!shown.length) return null;
  return (
    <section aria-labelledby="links" className="mt-8">
      <h2 id="links">{t('page.links')}</h2>
      <ul className="mt-3 list-none space-y-2 p-0">
        {shown.map((link) => (
          <li key={link.url}>
            <ExternalLink href={link.url} hint={t('page.elsewhere')}>
              {link.title || hostOf(link.url)}
            </ExternalLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
