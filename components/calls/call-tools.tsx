import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';

const TOOLS = ['statistics', 'mails', 'archives', 'imports', 'retention'] as const;

/** What follows a published call as a whole. */
export function CallTools({ slug }: { slug: string }) {
  const t = useTranslations('call-tools');
  return (
    <section aria-labelledby="tools" className="mt-10">
      <h2 id="tools">{t('title')}</h2>
      <ul className="rows">
        {TOOLS.map((tool) => (
          <li key={tool} data-row-link="">
            <span>
              <Link className="row-link" href={`/admin/calls/${slug}/${tool}`}>
                {t(tool)}
              </Link>
              <span className="hint">{t(`${tool}Hint`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
