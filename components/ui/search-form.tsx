import type { ReactNode } from 'react';
import { Fold } from './fold';

type Props = {
  action?: string;
  name?: string;
  label: string;
  submit: string;
  defaultValue?: string;
  hidden?: Record<string, string | undefined>;
  /** On a phone the other filters wait under this word, open where one of them is in use. */
  more?: { label: string; open: boolean };
  children?: ReactNode;
};

/** A search that is an address: GET, works everywhere, keeps the other filters through `hidden`. */
export function SearchForm({ action, name = 'q', label, submit, defaultValue, hidden = {}, more, children }: Props) {
  return (
    <search className="filters">
      <form action={action} method="get" className="flex flex-wrap items-end gap-3">
        {Object.entries(hidden).map(([key, value]) =>
          value ? <input key={key} type="hidden" name={key} value={value} /> : null,
        )}
        <label className="min-w-0 flex-1 basis-60">
          <span className="label">{label}</span>
          <input className="control" type="search" name={name} defaultValue={defaultValue} autoComplete="off" />
        </label>
        {more ? (
          <Fold summary={more.label} open={more.open}>
            {children}
          </Fold>
        ) : (
          children
        )}
        <button className="btn" data-kind="secondary" type="submit">
          {submit}
        </button>
      </form>
    </search>
  );
}
