import { useLocale, useNow, useTranslations } from 'next-intl';
import { distanceText } from '@/components/ui/deadline';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { Moment } from '@/components/ui/time';
import type { CallPage } from '@/lib/calls/queries';
import { callState } from '@/lib/calls/states';
import { CallStatus } from './call-status';
import { ZoneNote } from './zone-note';

type Props = {
  call: CallPage;
  /** Who moved the deadline, by move: for those who run the call. */
  movers?: Record<string, string>;
};

/** State by the clock, opening, closing in words and in full, and each time the closing moved, with its reason. */
export function CallDates({ call, movers = {} }: Props) {
  const t = useTranslations('calls.page');
  const specification = useTranslations('calls.specification');
  const now = useNow();
  const locale = useLocale();
  const state = callState(call, now);
  const zone = call.timeZone;
  const running = state === 'open' || state === 'closing_soon';
  return (
    <>
      {state === 'draft' ? <Notice tone="time">{t('draft')}</Notice> : null}
      <SummaryList
        items={[
          { key: 'state', label: t('state'), value: <CallStatus state={state} /> },
          { key: 'opens', label: t('opens'), value: <Moment date={call.opensAt} zone={zone} /> },
          {
            key: 'closes',
            label: t('closes'),
            value: (
              <>
                <Moment date={call.closesAt} zone={zone} />
                <ZoneNote date={call.closesAt} zone={zone} />
                {running ? (
                  <span className="block text-xl font-semibold text-time">
                    {distanceText(call.closesAt, now, { locale, zone })}
                  </span>
                ) : null}
              </>
            ),
          },
          ...(call.specificationId
            ? [
                {
                  key: 'specification',
                  label: specification('title'),
                  value: (
                    <a className="link" href={`/api/calls/${call.slug}/specification`}>
                      {specification('download')}
                    </a>
                  ),
                },
              ]
            : []),
          ...(call.extensions.length > 0
            ? [
                {
                  key: 'moved',
                  label: t('moved'),
                  value: (
                    <ul>
                      {call.extensions.map((one) => (
                        <li key={one.id}>
                          {t.rich('movedFrom', {
                            before: () => <Moment date={one.before} zone={zone} />,
                            after: () => <Moment date={one.after} zone={zone} />,
                          })}
                          <span className="block text-ink-soft">
                            {one.reason} {movers[one.id] ? t('movedBy', { name: movers[one.id] ?? '' }) : null}
                          </span>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}
