import { useTranslations } from 'next-intl';
import { Status, type StatusTone } from '@/components/ui/status';
import type { ScanState } from '@/lib/calls/scan';

const TONES: Record<ScanState, StatusTone> = {
  pending: 'active',
  safe: 'good',
  infected: 'bad',
  error: 'time',
  unscanned: 'neutral',
};

/** What is known of an attached file, in the same words everywhere. */
export function FileScan({ state }: { state: ScanState }) {
  const t = useTranslations('calls.scans');
  return <Status tone={TONES[state]}>{t(state)}</Status>;
}
