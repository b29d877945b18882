import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import { Moment } from '@/components/ui/time';
import type { Version } from '@/lib/jury/queries/history';
import type { Rubric } from '@/lib/jury/schema';
import { ReviewSheet } from './review-sheet';

/** What a grid said before it was amended, newest first; nothing when it never was. */
export function Versions({ rubric, versions }: { rubric: Rubric; versions: Version[] }) {
  const t = useTranslations('jury.versions');
  if (versions.length === 0) return null;
  return (
    <section aria-labelledby="versions">
      <h3 id="versions">{t('title')}</h3>
      {versions.map((one) => (
        <Details
          key={one.id}
          wide
          summary={
            <>
              {t('version', { number: one.version })} <Moment date={one.at} /> {one.by ? t('by', { name: one.by }) : ''}
            </>
          }
        >
          <ReviewSheet rubric={rubric} review={one} />
        </Details>
      ))}
    </section>
  );
}
