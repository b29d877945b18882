import type { ReactNode } from 'react';
import { Page } from './page';

/** When there is no page to show: what happened, what was kept, what to do. */
export function MessagePage({
  code,
  title,
  lead,
  children,
}: {
  code?: string;
  title: string;
  lead: string;
  children?: ReactNode;
}) {
  return (
    <Page title={title} lead={lead} width="narrow">
      {children ? <div className="btn-row">{children}</div> : null}
      {code ? <p className="quiet mt-6 figures">{code}</p> : null}
    </Page>
  );
}
