import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { byKind, type Found } from '@/lib/publication/search';

/** What was found, by kind: each line opens it and says which one it is. */
export function SearchResults({ found }: { found: Found[] }) {
  const t = useTranslations('home.search');
  return byKind(found).map(({ kind, items }) => (
    <section key={kind} aria-labelledby={`found-${kind}`} className="mt-8">
      <h2 id={`found-${kind}`}>{t(`kinds.${kind}`)}</h2>
      <ul className="rows">
        {items.map(({ href, title, hint }) => (
          <li key={href} data-row-link="">
            <span>
              <Link className="row-link" href={href}>
                {title}
              </Link>
              {hint ? <span className="hint">{hint}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
