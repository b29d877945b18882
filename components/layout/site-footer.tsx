import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';

const places = ['data', 'accessibility', 'privacy'] as const;

export function SiteFooter() {
  const t = useTranslations('layout');
  return (
    <footer className="site-footer">
      <div className="wrap">
        <p className="max-w-2xl">{t('description')}</p>
        <ul className="mt-2">
          {places.map((place) => (
            <li key={place}>
              <Link href={`/${place}`}>{t(`footer.${place}`)}</Link>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
