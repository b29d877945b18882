import type { ReactNode } from 'react';
import { Link } from './link';

type Props = {
  href: string;
  title: ReactNode;
  picture?: ReactNode;
  over?: ReactNode;
  children?: ReactNode;
  hue?: number;
  level?: 2 | 3;
};

/** A picture, a title that is the link, a few lines. The whole card opens it. */
export function Card({ href, title, picture, over, children, hue, level = 3 }: Props) {
  const Heading = `h${level}` as 'h2' | 'h3';
  return (
    <article className="card" data-cohort={hue}>
      {picture}
      {over ? <p className="quiet mb-1">{over}</p> : null}
      <Heading className="card-title">
        <Link className="" href={href}>
          {title}
        </Link>
      </Heading>
      {children ? <div className="mt-1.5 text-ink-soft">{children}</div> : null}
    </article>
  );
}
