import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import { Timeline } from '@/components/ui/timeline';
import type { EventRow } from '@/lib/people/queries/events';

/** Who did what and when, from the event record; folded under a page, open on its own. */
export function EventTimeline({ events, open = false }: { events: EventRow[]; open?: boolean }) {
  const t = useTranslations('people.events');
  if (!events.length) return null;
  const list = (
    <Timeline
      label={t('title')}
      events={events.map((event) => ({
        key: event.id,
        date: event.at,
        title: eventTitle(t, event.name),
        by: event.actor ? (
          <Link href={`/admin/people/${event.actor.slug}`}>{event.actor.name}</Link>
        ) : (
          t(event.actorKind === 'system' ? 'bySystem' : 'byVisitor')
        ),
        body: open ? <EventFacts event={event} /> : undefined,
      }))}
    />
  );
  if (open) return list;
  return (
    <div className="mt-12">
      <Details summary={t('title')} wide>
        {list}
      </Details>
    </div>
  );
}

type Translate = ReturnType<typeof useTranslations<'people.events'>>;

/** « Défi publié »; the name itself for an act that has no sentence yet. */
function eventTitle(t: Translate, name: string): string {
  const key = `names.${name.replace('.', '_')}` as never;
  return t.has(key) ? t(key) : name;
}

/** What the record holds: identifiers and codes, as they were hashed. */
function EventFacts({ event }: { event: EventRow }) {
  const t = useTranslations('people.events');
  return (
    <p className="quiet break-all">
      <Link href={`/admin/events?subject=${event.subjectId}`}>{t('sameSubject')}</Link>
      {facts(event.payload).map(([name, value]) => (
        <code key={name} className="ml-4">
          {name}={value}
        </code>
      ))}
    </p>
  );
}

/** The codes and figures of an act, one by one. */
function facts(payload: string): [string, string][] {
  return Object.entries(JSON.parse(payload) as Record<string, unknown>).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
}
