import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import type { FileToRead } from '@/lib/jury/queries/reading';
import { ReviewSheet } from './review-sheet';

/** What the other jurors sent, or why it is not shown now. */
export function OthersReviews({ file }: { file: FileToRead }) {
  const t = useTranslations('jury.read');
  const { others, rubric } = file;
  return (
    <section aria-labelledby="others">
      <h2 id="others">{t('others')}</h2>
      {others === null ? <p>{rubric.othersVisible === 'never' ? t('othersNever') : t('othersLater')}</p> : null}
      {others?.length === 0 ? <p>{t('othersNone')}</p> : null}
      {others?.map((review) => (
        <Details key={review.juror} summary={review.juror} wide>
          <ReviewSheet rubric={rubric} review={review} />
        </Details>
      ))}
    </section>
  );
}
