import type { ReactNode } from 'react';

type Props = {
  action?: string;
  name?: string;
  label: string;
  submit: string;
  defaultValue?: string;
  hidden?: Record<string, string | undefined>;
  children?: ReactNode;
};

/** A search that is an address: GET, works everywhere, keeps the other filters through `hidden`. */
export function SearchForm({ action, name = 'q', label, submit, defaultValue, hidden = {}, children }: Props) {
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
        {children}
        <button className="btn" data-kind="secondary" type="submit">
          {submit}
        </button>
      </form>
    </search>
  );
}
