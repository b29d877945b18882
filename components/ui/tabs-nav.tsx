import { Link } from './link';

export type Tab = { href: string; label: string; count?: number; current?: boolean };

/** Parts of one thing, each with its own address. */
export function TabsNav({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link className="" href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span>{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A filter as links: one value at a time, counts beside, the address is the state. */
export function FilterLinks({ label, options }: { label: string; options: Tab[] }) {
  return (
    <nav className="filters my-3" aria-label={label}>
      <p className="quiet mb-1">{label}</p>
      <ul className="m-0 flex list-none flex-wrap gap-2 p-0">
        {options.map((option) => (
          <li key={option.href}>
            <Link className="tag" href={option.href} aria-current={option.current ? 'true' : undefined}>
              {option.label}
              {option.count === undefined ? null : <span>{option.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
