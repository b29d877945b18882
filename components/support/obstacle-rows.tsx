import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Status } from '@/components/ui/status';
import type { ObstacleRow } from '@/lib/support/queries/obstacles';
import { obstacleStatus } from '@/lib/support/states';

/** Obstacles as lines: what, where, since when, who is on it, and the one word that says how it stands. */
export function ObstacleRows({ obstacles, now }: { obstacles: ObstacleRow[]; now: Date }) {
  const t = useTranslations('support');
  return (
    <ul className="rows">
      {obstacles.map((one) => {
        const status = obstacleStatus(one);
        const days = Math.max(0, Math.floor((now.getTime() - one.createdAt.getTime()) / 86_400_000));
        const who = one.owner ? t('obstacles.owner', { name: one.owner }) : t('obstacles.nobody');
        return (
          <li key={one.id} data-row-link="">
            <span>
              <Link className="row-link" href={`/obstacles/${one.id}`}>
                {one.title}
              </Link>
              <span className="hint">
                {[
                  t(`family.${one.family}`),
                  one.challenge,
                  one.resolvedAt ? null : t('obstacles.since', { days }),
                  one.resolvedAt ? null : who,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className="flex gap-x-4">
              {one.urgency === 'high' && !one.resolvedAt ? <Status tone="time">{t('urgency.high')}</Status> : null}
              <Status tone={status.tone}>{t(`obstacles.status.${status.key}`)}</Status>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
