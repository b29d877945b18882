import { useNow, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { CohortMark, cohortHue } from '@/components/ui/status';
import { Day, Deadline, Moment } from '@/components/ui/time';
import type { PublicCall } from '@/lib/publication/queries';

/** Calls with the moment that matters: when it closes while open, when it opens before, when it closed after. */
export function CallRows({ calls, level = 3 }: { calls: PublicCall[]; level?: 2 | 3 }) {
  const t = useTranslations('home.calls');
  const now = useNow();
  const Heading = `h${level}` as 'h2' | 'h3';
  return (
    <ul className="rows">
      {calls.map((call) => (
        <li key={call.slug} data-row-link="">
          <div>
            <p className="quiet mb-0.5">
              <CohortMark hue={cohortHue(call.colour)}>{call.cohort}</CohortMark> · {t(`kind.${call.kind}`)}
            </p>
            <Heading>
              <Link className="row-link" href={`/calls/${call.slug}`}>
                {call.title}
              </Link>
            </Heading>
            {call.summary ? <span className="hint max-w-2xl">{call.summary}</span> : null}
          </div>
          <p>
            <CallWhen call={call} now={now} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function CallWhen({ call, now }: { call: PublicCall; now: Date }) {
  const t = useTranslations('home.calls');
  const zone = call.timeZone;
  if (now < call.opensAt) return t.rich('opens', { date: () => <Moment date={call.opensAt} zone={zone} /> });
  if (now >= call.closesAt) return t.rich('closed', { date: () => <Day date={call.closesAt} zone={zone} short /> });
  return t.rich('closes', { date: () => <Deadline date={call.closesAt} zone={zone} now={now} /> });
}
