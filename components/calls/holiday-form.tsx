import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { DateInput, TextInput } from '@/components/ui/text-input';
import { addHolidayAction } from '@/lib/calls/actions/call';

/** Holidays of one zone, copied from the ministry's calendar. */
export function HolidayForm() {
  const t = useTranslations('calls.holidays');
  return (
    <section aria-labelledby="add" className="mt-12 max-w-[42rem]">
      <h2 id="add">{t('add')}</h2>
      <ActionForm action={addHolidayAction}>
        <TextInput name="name" label={t('name')} help={t('nameHelp')} width="medium" />
        <TextInput name="zone" label={t('zone')} help={t('zoneHelp')} width="short" />
        <DateInput name="from" label={t('from')} />
        <DateInput name="to" label={t('to')} />
        <TextInput name="source" label={t('source')} help={t('sourceHelp')} />
        <SubmitButton>{t('save')}</SubmitButton>
      </ActionForm>
    </section>
  );
}
