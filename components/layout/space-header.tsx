import { useLocale, useTranslations } from 'next-intl';
import { LanguageSwitch } from '@/components/ui/language-switch';
import { Link } from '@/components/ui/link';
import { hasRole, isTeam, type PersonViewer } from '@/lib/viewer';
import { ForgetOnLeaving } from './forget-kept';
import { SearchOpen } from './search-open';
import { type NavItem, SiteHeader } from './site-header';

/** The places of a signed-in person: only those where something of theirs is. */
export function spaceItems(viewer: PersonViewer): {
  href: string;
  key: 'today' | 'applications' | 'jury' | 'myChallenges' | 'support' | 'resources' | 'coordination' | 'publicSite';
}[] {
  const mentor = hasRole(viewer, ['operational_mentor', 'strategic_mentor', 'fellow', 'coach']);
  const member = mentor || isTeam(viewer);
  return [
    { href: '/today', key: 'today' as const },
    ...(isTeam(viewer) ? [{ href: '/admin', key: 'coordination' as const }] : []),
    ...(hasRole(viewer, ['juror']) ? [{ href: '/jury', key: 'jury' as const }] : []),
    ...(mentor ? [{ href: '/onboarding', key: 'myChallenges' as const }] : []),
    ...(hasRole(viewer, ['applicant']) || viewer.roles.length === 0
      ? [{ href: '/my-applications', key: 'applications' as const }]
      : []),
    member ? { href: '/obstacles', key: 'support' as const } : { href: '/resources', key: 'resources' as const },
    { href: '/', key: 'publicSite' as const },
  ];
}

export function SpaceHeader({ viewer, signOut }: { viewer: PersonViewer; signOut: (data: FormData) => Promise<void> }) {
  const t = useTranslations('layout');
  const items: NavItem[] = spaceItems(viewer).map(({ href, key }) => ({
    href,
    label: t(`nav.${key}`),
    exact: href === '/',
  }));
  return (
    <SiteHeader
      home="/today"
      items={items}
      end={
        <>
          <li>
            <SearchOpen />
          </li>
          <li>
            <Link className="" href="/profile">
              {viewer.name}
            </Link>
          </li>
          <li>
            <LanguageSwitch locale={useLocale()} />
          </li>
          <li>
            <form action={signOut} data-leaves="">
              <ForgetOnLeaving />
              <button type="submit">{t('nav.signOut')}</button>
            </form>
          </li>
        </>
      }
    />
  );
}
