import { useTranslations } from 'next-intl';
import { Status, type StatusTone } from '@/components/ui/status';
import type { ApplicationState } from '@/lib/applications/states';

const TONES: Record<ApplicationState, StatusTone> = {
  draft: 'neutral',
  submitted: 'info',
  withdrawn: 'neutral',
  eligible: 'active',
  ineligible: 'bad',
  preselected: 'active',
  not_preselected: 'bad',
  selected: 'good',
  reserve: 'time',
  not_selected: 'bad',
};

/** The state of a file, by the same word and shape everywhere. */
export function ApplicationStatus({ state }: { state: ApplicationState }) {
  const t = useTranslations('intake.states');
  return <Status tone={TONES[state]}>{t(state)}</Status>;
}
