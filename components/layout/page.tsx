import type { ReactNode } from 'react';
import { Flash } from './flash';
import { HomeCrumbs } from './home-crumbs';

type Props = {
  title: ReactNode;
  lead?: ReactNode;
  /** Above the title: where this page stands. */
  breadcrumbs?: ReactNode;
  /** On the first page of a place: where the reader's day, or the coordination, begins. */
  home?: 'today' | 'coordination';
  /** Beside the title: what can be done here. */
  actions?: ReactNode;
  /** 'narrow' for forms and texts, 'wide' for boards. */
  width?: 'narrow' | 'normal' | 'wide';
  children: ReactNode;
};

/** The frame of every page: breadcrumbs, one h1, a lead, actions, content. The skip link lands on it. */
export function Page({ title, lead, breadcrumbs, home, actions, width = 'normal', children }: Props) {
  return (
    <main id="main" className="page" data-width={width} tabIndex={-1}>
      {home && typeof title === 'string' ? <HomeCrumbs from={home} title={title} /> : breadcrumbs}
      <Flash />
      <header className="page-head">
        <h1>{title}</h1>
        {lead ? <p className="lead">{lead}</p> : null}
        {actions ? <div className="page-actions">{actions}</div> : null}
      </header>
      {children}
    </main>
  );
}
