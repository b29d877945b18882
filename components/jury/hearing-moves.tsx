import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { hourText } from '@/components/ui/deadline';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { moveHearingAction } from '@/lib/jury/actions/timetable';

type Hearing = { id: string; title: string; startsAt: string | null };
type Props = {
  stageId: string;
  zone: string;
  panel: { id: string; name: string; hearings: Hearing[] };
  panels: { id: string; name: string }[];
};

/** Every hearing of a panel moved by buttons and a form: earlier, later, elsewhere, at another hour. */
export function HearingMoves({ stageId, zone, panel, panels }: Props) {
  const t = useTranslations('jury.timetable');
  const locale = useLocale();
  if (panel.hearings.length === 0) return null;
  return (
    <Details summary={t('move')}>
      <ul className="rows">
        {panel.hearings.map((one, at) => (
          <li key={one.id} className="!block">
            <strong>
              {one.startsAt ? `${hourText(new Date(one.startsAt), { locale, zone })} · ` : ''}
              {one.title}
            </strong>
            <div className="flex flex-wrap items-end gap-x-4">
              <Step hidden={{ stageId, hearingId: one.id, act: 'earlier' }} off={at === 0} of={one.title}>
                {t('earlier')}
              </Step>
              <Step
                hidden={{ stageId, hearingId: one.id, act: 'later' }}
                off={at === panel.hearings.length - 1}
                of={one.title}
              >
                {t('later')}
              </Step>
            </div>
            <ActionForm action={moveHearingAction} hidden={{ stageId, hearingId: one.id, act: 'place' }}>
              <div className="flex flex-wrap items-end gap-x-4">
                <Select
                  id={`panel-of-${one.id}`}
                  name="panelId"
                  label={t('panel')}
                  options={panels.map(({ id, name }) => ({ value: id, label: name }))}
                  defaultValue={panel.id}
                />
                <TextInput
                  id={`starts-${one.id}`}
                  name="startsAt"
                  type="datetime-local"
                  label={t('startsAt')}
                  optional
                  defaultValue={one.startsAt ? localMoment(one.startsAt, zone) : ''}
                />
                <SubmitButton kind="secondary" size="small">
                  {t('place')}
                  <span className="hidden-text"> : {one.title}</span>
                </SubmitButton>
              </div>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Details>
  );
}

type StepProps = { hidden: Record<string, string>; off: boolean; of: string; children: string };
function Step({ hidden, off, of, children }: StepProps) {
  if (off) return null;
  return (
    <ActionForm action={moveHearingAction} hidden={hidden}>
      <SubmitButton kind="quiet" size="small">
        {children}
        <span className="hidden-text"> : {of}</span>
      </SubmitButton>
    </ActionForm>
  );
}

/** "2026-03-24T09:10" in the call's own zone, as datetime fields want it. */
function localMoment(iso: string, timeZone: string): string {
  return new Date(iso).toLocaleString('sv-SE', { timeZone }).slice(0, 16).replace(' ', 'T');
}
