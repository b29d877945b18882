import { useLocale, useTranslations } from 'next-intl';
import { LanguageSwitch } from '@/components/ui/language-switch';
import { Link } from '@/components/ui/link';
import type { Viewer } from '@/lib/viewer';
import { ForgetKept } from './forget-kept';
import { SearchOpen } from './search-open';
import { SiteHeader } from './site-header';

/** What everyone may read, and the door to one's own space. */
export function PublicHeader({ viewer }: { viewer: Viewer }) {
  const t = useTranslations('layout');
  const signedIn = viewer.kind === 'person';
  return (
    <SiteHeader
      items={(['calls', 'challenges', 'cohorts', 'people'] as const).map((key) => ({
        href: `/${key}`,
        label: t(`nav.${key}`),
      }))}
      end={
        <>
          <li>
            <SearchOpen />
          </li>
          <li>
            <Link className="" href={signedIn ? '/today' : '/sign-in'}>
              {signedIn ? t('nav.mySpace') : t('nav.signIn')}
            </Link>
          </li>
          <li>
            {signedIn ? null : <ForgetKept />}
            <LanguageSwitch locale={useLocale()} />
          </li>
        </>
      }
    />
  );
}
