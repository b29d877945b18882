import { useTranslations } from 'next-intl';
import { Status, type StatusTone } from '@/components/ui/status';
import type { ApplicationState } from '@/lib/applications/states';

const TONES: Record<ApplicationState, StatusTone> = {
  draft: 'active',
  submitted: 'good',
  withdrawn: 'neutral',
  eligible: 'good',
  ineligible: 'bad',
  preselected: 'good',
  not_preselected: 'neutral',
  selected: 'good',
  reserve: 'time',
  not_selected: 'neutral',
};

export const stateTone = (state: ApplicationState): StatusTone => TONES[state];

/** The state of a file: the same word and the same shape everywhere. */
export function FileStatus({ state }: { state: ApplicationState }) {
  const t = useTranslations('applications.states');
  return <Status tone={stateTone(state)}>{t(state)}</Status>;
}
