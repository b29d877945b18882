'use client';
import { useState } from 'react';
import { useLabels } from './labels-context';

/** Copies a reference or an address, and says that it did. */
export function CopyButton({ text, children }: { text: string; children?: React.ReactNode }) {
  const label = useLabels();
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="btn"
      data-kind="quiet"
      data-size="small"
      onClick={async () => {
        await navigator.clipboard.writeText(text);
        setCopied(true);
        setTimeout(() => setCopied(false), 4000);
      }}
    >
      <span aria-live="polite">{copied ? label('copied') : (children ?? label('copy'))}</span>
    </button>
  );
}
