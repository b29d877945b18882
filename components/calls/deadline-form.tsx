import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/choices';
import { DateInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { Moment } from '@/components/ui/time';
import { changeDeadlineAction } from '@/lib/calls/actions/call';
import { localTime } from '@/lib/calls/calendar';
import type { CallPage } from '@/lib/calls/queries';

/** Extends or shortens: the new moment, and the reason everyone with a file will read. */
export function DeadlineForm({ call, proposed }: { call: CallPage; proposed?: string }) {
  const t = useTranslations('calls.deadline');
  const zones = useTranslations('ui.zones');
  return (
    <>
      <p className="mb-6">{t.rich('now', { date: () => <Moment date={call.closesAt} zone={call.timeZone} /> })}</p>
      <ActionForm action={changeDeadlineAction} hidden={{ callId: call.id }}>
        <DateInput
          withTime
          name="closes"
          label={t('closes')}
          help={t('zone', { zone: zones(call.timeZone.replace('/', '_') as 'Europe_Paris') })}
          defaultValue={proposed ?? localTime(call.closesAt, call.timeZone)}
        />
        <Checkbox name="keep" value="yes" label={t('keep')} optional />
        <Textarea name="reason" label={t('reason')} help={t('reasonHelp')} rows={3} />
        <SubmitButton>{t('move')}</SubmitButton>
      </ActionForm>
    </>
  );
}
