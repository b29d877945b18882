import { useTranslations } from 'next-intl';
import { Status, type StatusTone } from '@/components/ui/status';
import type { CallState } from '@/lib/calls/states';

const TONES: Record<CallState, StatusTone> = {
  draft: 'neutral',
  scheduled: 'neutral',
  open: 'active',
  closing_soon: 'time',
  closed: 'neutral',
};

/** The state of a call: the same word and the same shape everywhere. */
export function CallStatus({ state }: { state: CallState }) {
  const t = useTranslations('calls.states');
  return <Status tone={TONES[state]}>{t(state)}</Status>;
}
