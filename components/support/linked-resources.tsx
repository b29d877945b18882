import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';

/** Resources that something names: a checklist item, an obstacle. */
export function LinkedResources({ resources }: { resources: { slug: string; title: string; summary: string }[] }) {
  const t = useTranslations('support');
  if (resources.length === 0) return null;
  return (
    <section aria-labelledby="linked" className="mt-6">
      <h2 id="linked">{t('linked')}</h2>
      <ul className="rows">
        {resources.map((one) => (
          <li key={one.slug} data-row-link="">
            <span>
              <Link className="row-link" href={`/resources/${one.slug}`}>
                {one.title}
              </Link>
              <span className="hint">{one.summary}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
