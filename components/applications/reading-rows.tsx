import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { Deadline } from '@/components/ui/time';
import type { MyReading } from '@/lib/applications/queries/preselection';

/** Files to read and files read, each with its date. */
export function ReadingRows({ readings }: { readings: MyReading[] }) {
  const t = useTranslations('correspondence.readings');
  if (readings.length === 0) return <EmptyState title={t('nothing')} />;
  return (
    <ul className="rows">
      {readings.map((reading) => (
        <li key={reading.id} data-row-link="">
          <span>
            <Link className="row-link" href={`/readings/${reading.id}`}>
              {reading.title}
            </Link>
            <span className="hint">
              {[reading.organisation, reading.reference, reading.call].filter(Boolean).join(' · ')}
            </span>
          </span>
          {reading.sentAt ? (
            <Status tone="good">{t('sent')}</Status>
          ) : reading.dueAt ? (
            <Deadline date={reading.dueAt} />
          ) : (
            <Status tone="neutral">{t('waiting')}</Status>
          )}
        </li>
      ))}
    </ul>
  );
}
