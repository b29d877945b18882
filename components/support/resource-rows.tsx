import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Badge } from '@/components/ui/status';
import type { ResourceCard } from '@/lib/support/queries/resources';

/** Resources as lines: what it is, in one sentence, and whether it helped. */
export function ResourceRows({ resources, today }: { resources: ResourceCard[]; today: string }) {
  const t = useTranslations('support');
  return (
    <ul className="rows">
      {resources.map((one) => {
        const review = one.reviewOn !== null && one.reviewOn.toISOString().slice(0, 10) < today;
        return (
          <li key={one.slug} data-row-link="">
            <span lang={one.locale}>
              <Link className="row-link" href={`/resources/${one.slug}`}>
                {one.title}
              </Link>
              <span className="hint">{one.summary}</span>
            </span>
            <span className="flex flex-wrap items-baseline gap-x-4">
              {review ? <Badge tone="time">{t('resources.toReview')}</Badge> : null}
              <span className="quiet">{t(`resourceKind.${one.kind as 'guide'}`)}</span>
              <span className="quiet">{t('resources.helped', { count: one.helped })}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What waits to be published: all of it for the team, one's own for its author. */
export function Proposals({
  resources,
  today,
  publishes,
}: {
  resources: ResourceCard[];
  today: string;
  publishes: boolean;
}) {
  const t = useTranslations('support.resources');
  if (resources.length === 0) return null;
  return (
    <section aria-labelledby="proposals" className="mt-10">
      <h2 id="proposals">{publishes ? t('proposals') : t('myProposals')}</h2>
      <ResourceRows resources={resources} today={today} />
    </section>
  );
}
