import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { currentViewer } from '@/lib/auth/session';
import { routing } from '@/lib/i18n/routing';
import { searchAll } from '@/lib/publication/queries/search';
import { byKind, SearchQuery } from '@/lib/publication/search';

/** What the search box shows while one types: the page's own answer, in the order of its kinds. */
export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get('locale');
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const t = await getTranslations({ locale, namespace: 'home.search' });
  const { q } = SearchQuery.parse({ q: searchParams.get('q') ?? '' });
  const found = byKind(await searchAll(await currentViewer(), q));
  const results = found.flatMap(({ kind, items }) =>
    items
      .slice(0, 4)
      .map(({ title, hint, href }) => ({ title, hint, href: `/${locale}${href}`, kind: t(`one.${kind}`) })),
  );
  return Response.json(results, { headers: { 'cache-control': 'private, no-store' } });
}
