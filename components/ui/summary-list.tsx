import type { ReactNode } from 'react';
import { Link } from './link';

export type SummaryItem = {
  key: string;
  label: ReactNode;
  value: ReactNode;
  change?: { href: string; label: string; of: string };
};

/** Check your answers, or any sheet of facts: label, value, and the link that changes it. */
export function SummaryList({ items }: { items: SummaryItem[] }) {
  return (
    <dl className="summary">
      {items.map((item) => (
        <div key={item.key}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
          {item.change ? (
            <dd>
              <Link className="link -my-3 inline-block py-3" href={item.change.href}>
                {item.change.label}
                <span className="hidden-text"> {item.change.of}</span>
              </Link>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

/** Figures that matter, large, with what they count. */
export function Figures({ items }: { items: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="figures-row">
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
