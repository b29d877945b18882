/** `/calls` → `/fr/calls`. Anchors, queries, other sites, route handlers and already local addresses stay as they are. */
export function localHref(locale: string, href: string): string {
  if (!href.startsWith('/') || href.startsWith('//')) return href;
  if (/^\/(fr|en|api|_next)(?=[/?#]|$)/.test(href)) return href;
  return href === '/' ? `/${locale}` : `/${locale}${href}`;
}

/** The same page in another language. */
export function otherLocaleHref(pathname: string, locale: string, search = ''): string {
  const rest = pathname.replace(/^\/(fr|en)(?=\/|$)/, '');
  return `/${locale}${rest}${search ? `?${search.replace(/^\?/, '')}` : ''}`;
}

/** The current query with some keys changed; `undefined` or '' removes a key, and changing anything goes back to page one. */
export function queryHref(
  current: Record<string, string | string[] | undefined>,
  changes: Record<string, string | undefined>,
): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({
    ...current,
    ...('page' in changes ? {} : { page: undefined }),
    ...changes,
  })) {
    for (const one of Array.isArray(value) ? value : [value]) if (one) query.append(key, one);
  }
  const text = query.toString();
  return text ? `?${text}` : '?';
}
