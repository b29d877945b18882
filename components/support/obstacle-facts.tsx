import { useLocale, useTranslations } from 'next-intl';
import { dayText } from '@/components/ui/deadline';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Status } from '@/components/ui/status';
import { SummaryList } from '@/components/ui/summary-list';
import { Day } from '@/components/ui/time';
import type { ObstacleView } from '@/lib/support/queries/obstacles';
import type { Audience } from '@/lib/support/schema';
import { obstacleStatus } from '@/lib/support/states';

/** What is in the way, who is on it, and what worked in the end. */
export function ObstacleFacts({ obstacle }: { obstacle: ObstacleView }) {
  const t = useTranslations('support');
  const locale = useLocale();
  const status = obstacleStatus(obstacle);
  const day = (date: Date) => dayText(date, { locale, weekday: false });
  return (
    <>
      {obstacle.body ? <p className="prose whitespace-pre-line">{obstacle.body}</p> : null}
      {obstacle.resolvedAt ? (
        <Notice tone="good" title={t('obstacle.worked')} boxed>
          <p className="whitespace-pre-line">{obstacle.whatWorked}</p>
          {obstacle.resourceSlug ? (
            <p className="mt-2">
              <Link href={`/resources/${obstacle.resourceSlug}`}>{t('obstacle.asResource')}</Link>
            </p>
          ) : null}
        </Notice>
      ) : null}
      {obstacle.escalatedAt && !obstacle.resolvedAt ? (
        <Notice tone="time">{t('obstacle.escalated', { day: day(obstacle.escalatedAt) })}</Notice>
      ) : null}
      <SummaryList
        items={[
          {
            key: 'state',
            label: t('obstacles.state'),
            value: <Status tone={status.tone}>{t(`obstacles.status.${status.key}`)}</Status>,
          },
          ...(obstacle.challenge && obstacle.slug
            ? [
                {
                  key: 'challenge',
                  label: t('obstacle.challenge'),
                  value: <Link href={`/onboarding/${obstacle.slug}`}>{obstacle.challenge}</Link>,
                },
              ]
            : []),
          { key: 'family', label: t('obstacle.family'), value: t(`family.${obstacle.family}`) },
          { key: 'urgency', label: t('obstacle.urgency'), value: t(`urgency.${obstacle.urgency as 'low'}`) },
          { key: 'audience', label: t('obstacle.audience'), value: t(`audience.${obstacle.audience as Audience}`) },
          { key: 'by', label: t('obstacle.by'), value: obstacle.by ?? '' },
          { key: 'on', label: t('obstacle.on'), value: <Day date={obstacle.createdAt} short /> },
          { key: 'owner', label: t('obstacle.owner'), value: obstacle.owner ?? t('obstacle.nobody') },
          ...(obstacle.nextStep ? [{ key: 'next', label: t('obstacle.next'), value: obstacle.nextStep }] : []),
          ...(obstacle.dueOn
            ? [{ key: 'due', label: t('obstacle.due'), value: <Day date={obstacle.dueOn} zone="UTC" short /> }]
            : []),
        ]}
      />
    </>
  );
}
