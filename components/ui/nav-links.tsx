'use client';
import { usePathname } from 'next/navigation';

export type NavEntry = {
  /** Already carries the language. */
  href: string;
  label: string;
  exact?: boolean;
  /** Past, now or future, with the word that says so to those who hear it. */
  time?: { is: string; said: string };
  /** A few words beside: « jusqu’au 18 mars ». */
  when?: string;
};
type Props = {
  entries: NavEntry[];
  /** Their order means something. */
  ordered?: boolean;
  className?: string;
  /** Links of the same navigation in another list: when one of them is nearer to the open page, none of these is marked. */
  among?: string[];
};

const holds = (href: string, pathname: string) => pathname === href || pathname.startsWith(`${href}/`);
const pathOf = (href: string) => href.split('?')[0] ?? '';

/** The links of a navigation; the one whose page, or a page under it, is open is marked. One leaf for the list: its entries are data. */
export function NavLinks({ entries, ordered, className, among = [] }: Props) {
  const pathname = usePathname();
  const all = [...among, ...entries.map(({ href }) => href)].map(pathOf);
  const List = ordered ? 'ol' : 'ul';
  const mark = ({ href, exact }: NavEntry) => {
    if (pathname === href) return 'page';
    const nearer = all.some((other) => other.startsWith(`${pathOf(href)}/`) && holds(other, pathname));
    return !exact && holds(href, pathname) && !nearer ? 'true' : undefined;
  };
  return (
    <List className={className}>
      {entries.map((entry) => (
        <li key={`${entry.label} ${entry.href}`} data-time={entry.time?.is}>
          <a href={entry.href} data-soft="" aria-current={mark(entry)}>
            {entry.time ? (
              <span>
                {entry.label}
                <span className="hidden-text"> ({entry.time.said})</span>
              </span>
            ) : (
              entry.label
            )}
            {entry.when ? <span className="when">{entry.when}</span> : null}
          </a>
        </li>
      ))}
    </List>
  );
}
