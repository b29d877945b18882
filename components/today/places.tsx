import { getTranslations } from 'next-intl/server';
import { spaceItems } from '@/components/layout/space-header';
import { Link } from '@/components/ui/link';
import type { PersonViewer } from '@/lib/viewer';

/** Where this person's things are: what each place is for, in a sentence. */
export async function Places({ viewer }: { viewer: PersonViewer }) {
  const t = await getTranslations('today');
  const places = spaceItems(viewer).filter(({ key }) => key !== 'today');
  return (
    <ul className="rows">
      {places.map(({ href, key }) => (
        <li key={href} data-row-link="">
          <span>
            <Link className="row-link" href={href}>
              {t(`places.${key}.title` as 'places.jury.title')}
            </Link>
            <span className="hint">{t(`places.${key}.hint` as 'places.jury.hint')}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
