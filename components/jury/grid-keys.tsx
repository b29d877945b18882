'use client';
import type { KeyboardEvent, ReactNode } from 'react';

/** A digit typed on a criterion gives its mark; radios answer arrows by themselves, and nothing here is the only way. */
export function GridKeys({ children }: { children: ReactNode }) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[0-9]$/.test(event.key)) return;
    const target = event.target as HTMLElement;
    if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
    const radio = target
      .closest('[data-criterion]')
      ?.querySelector<HTMLInputElement>(`input[type=radio][value="${event.key}"]`);
    if (!radio) return;
    event.preventDefault();
    radio.focus();
    radio.click();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens on behalf of the radios inside.
    <div onKeyDown={onKeyDown}>{children}</div>
  );
}
