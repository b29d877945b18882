import type { ReactNode } from 'react';
import type { StatusTone } from './status';
import { Moment } from './time';

export type TimelineEvent = {
  key: string;
  date: Date;
  title: ReactNode;
  by?: ReactNode;
  body?: ReactNode;
  tone?: StatusTone;
  now?: boolean;
};

/** Who did what, when; newest first or last as given. */
export function Timeline({ label, events }: { label: string; events: TimelineEvent[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {events.map((event) => (
        <li key={event.key} data-tone={event.tone} data-now={event.now ? '' : undefined}>
          <p className="font-semibold">{event.title}</p>
          <p className="quiet">
            <Moment date={event.date} />
            {event.by ? <> · {event.by}</> : null}
          </p>
          {event.body ? <div className="mt-1">{event.body}</div> : null}
        </li>
      ))}
    </ol>
  );
}
