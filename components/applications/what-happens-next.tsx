import { useNow, useTranslations } from 'next-intl';
import { Moment } from '@/components/ui/time';

/** After sending: until when it can still change, who looks at it, how the answer comes. */
export function WhatHappensNext({ call }: { call: { closesAt: Date; timeZone: string } }) {
  const t = useTranslations('applications.receipt');
  return (
    <>
      <h2 className="mt-8">{t('next')}</h2>
      <ul className="my-3 list-disc ps-6">
        {call.closesAt > useNow() ? (
          <li>{t.rich('change', { date: () => <Moment date={call.closesAt} zone={call.timeZone} /> })}</li>
        ) : null}
        <li>{t('examined')}</li>
        <li>{t('told')}</li>
      </ul>
    </>
  );
}
