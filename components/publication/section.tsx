import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';

type Props = { id: string; title: string; more?: { href: string; label: string }; children: ReactNode };

/** A part of the front page: its title, what it shows, and where the rest is. */
export function Section({ id, title, more, children }: Props) {
  return (
    <section aria-labelledby={id} className="mt-14">
      <h2 id={id} className="mb-4">
        {title}
      </h2>
      {children}
      {more ? (
        <p className="mt-4">
          <Link href={more.href}>{more.label}</Link>
        </p>
      ) : null}
    </section>
  );
}
