import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { CopyButton } from '@/components/ui/copy-button';
import { Details } from '@/components/ui/disclosure';
import { renewCalendarAction } from '@/lib/onboarding/actions';

/** Due days in one's own calendar: a private address to copy, and to replace when it has been seen. */
export function MyCalendar({ address }: { address: string | null }) {
  const t = useTranslations('onboarding.calendar');
  return (
    <div className="print:hidden">
      <Details summary={t('title')}>
        <p>{t('lead')}</p>
        {address ? (
          <p className="my-3">
            <code className="break-all">{address}</code> <CopyButton text={address} />
          </p>
        ) : null}
        <ActionForm action={renewCalendarAction}>
          <SubmitButton kind="secondary">{address ? t('renew') : t('make')}</SubmitButton>
        </ActionForm>
      </Details>
    </div>
  );
}
