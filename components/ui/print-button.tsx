'use client';
import { useLabels } from './labels-context';

export function PrintButton({ children }: { children?: React.ReactNode }) {
  const label = useLabels();
  return (
    <button type="button" className="btn" data-kind="secondary" onClick={() => window.print()}>
      {children ?? label('print')}
    </button>
  );
}
