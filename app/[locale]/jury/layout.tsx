import type { ReactNode } from 'react';
import { KeepOffline } from '@/components/jury/keep-offline';
import { PublicHeader } from '@/components/layout/public-header';
import { SiteFooter } from '@/components/layout/site-footer';
import { SpaceHeader } from '@/components/layout/space-header';
import { leaveAction } from '@/lib/auth/actions';
import { currentViewer } from '@/lib/auth/session';

export default async function JuryLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  return (
    <>
      {viewer.kind === 'person' ? (
        <>
          <SpaceHeader viewer={viewer} signOut={leaveAction} />
          <KeepOffline who={viewer.id} />
        </>
      ) : (
        <PublicHeader viewer={viewer} />
      )}
      {children}
      <SiteFooter />
    </>
  );
}
