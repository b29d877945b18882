'use client';
import { useEffect, useState } from 'react';

/** Ticks or unticks every file of the page and says how many are. Without scripts there is none: boxes are ticked one by one. */
export function TickAll({ label, none, some }: { label: string; none: string; some: string }) {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    const read = () => setCount(boxes().filter((box) => box.checked).length);
    read();
    // A form announces that it is emptied before it is.
    const later = () => setTimeout(read);
    document.addEventListener('change', read);
    document.addEventListener('reset', later);
    return () => {
      document.removeEventListener('change', read);
      document.removeEventListener('reset', later);
    };
  }, []);
  return (
    <p className="flex min-h-11 flex-wrap items-center gap-x-6" hidden={count === null}>
      <label className="tick flex items-center gap-3">
        <input
          type="checkbox"
          onChange={({ currentTarget: { checked } }) => {
            for (const box of boxes()) box.checked = checked;
            setCount(checked ? boxes().length : 0);
          }}
        />
        <span>{label}</span>
      </label>
      <span className="quiet" aria-live="polite">
        {count ? some.replace('{count}', String(count)) : none}
      </span>
    </p>
  );
}

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('main input[type=checkbox][name=ids]')];
