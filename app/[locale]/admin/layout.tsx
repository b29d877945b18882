import type { ReactNode } from 'react';
import { PublicHeader } from '@/components/layout/public-header';
import { SiteFooter } from '@/components/layout/site-footer';
import { SpaceHeader } from '@/components/layout/space-header';
import { Shell } from '@/components/layout/stage-nav';
import { CoordinationSide } from '@/components/publication/coordination-side';
import { leaveAction } from '@/lib/auth/actions';
import { chosenCohort, currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { cohortOverviews } from '@/lib/publication/queries/overview';

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  const [cohorts, chosen] = await Promise.all([cohortOverviews(viewer), chosenCohort()]);
  return (
    <>
      {viewer.kind === 'person' ? (
        <SpaceHeader viewer={viewer} signOut={leaveAction} />
      ) : (
        <PublicHeader viewer={viewer} />
      )}
      {cohorts.length ? (
        <Shell side={<CoordinationSide viewer={viewer} cohorts={cohorts} chosen={chosen} now={systemClock()} />}>
          {children}
        </Shell>
      ) : (
        children
      )}
      <SiteFooter />
    </>
  );
}
