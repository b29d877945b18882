import type { ReactNode } from 'react';
import { PublicHeader } from '@/components/layout/public-header';
import { SiteFooter } from '@/components/layout/site-footer';
import { currentViewer } from '@/lib/auth/session';

export default async function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <div className="contents" data-audience="public">
      <PublicHeader viewer={await currentViewer()} />
      {children}
      <SiteFooter />
    </div>
  );
}
