import { useTranslations } from 'next-intl';
import { ExternalLink } from '@/components/ui/link';
import { TaskList } from '@/components/ui/task-list';
import { Moment } from '@/components/ui/time';
import type { MyHearing } from '@/lib/jury/queries/hearing';

/** The hearings of a juror's panels, in order of the day. */
export function MyHearings({ hearings }: { hearings: MyHearing[] }) {
  const t = useTranslations('jury');
  const [first] = hearings;
  if (!first) return null;
  return (
    <section aria-labelledby="hearings">
      <h2 id="hearings">{t('hearing.mine')}</h2>
      <p>
        <a className="link" href="/api/jury/calendar">
          {t('hearing.calendar')}
        </a>
        {' · '}
        <a className="link" href="/api/jury/planning/mine">
          {t('hearing.print')}
        </a>
        {first.link ? (
          <>
            {' · '}
            <ExternalLink href={first.link}>{t('panels.link')}</ExternalLink>
          </>
        ) : null}
      </p>
      <TaskList
        label={t('hearing.mine')}
        tasks={hearings.map((one) => ({
          key: one.id,
          label: one.title,
          href: `/jury/hearings/${one.id}`,
          hint: (
            <>
              {one.startsAt ? (
                <>
                  <Moment date={one.startsAt} />
                  {' · '}
                </>
              ) : null}
              {[t('panels.panel', { name: one.panel }), one.room].filter(Boolean).join(' · ')}
            </>
          ),
          status: one.sentAt ? t('panels.gridSent') : t('panels.gridWaiting'),
          tone: one.sentAt ? 'good' : 'neutral',
        }))}
      />
    </section>
  );
}
