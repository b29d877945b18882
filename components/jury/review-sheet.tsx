import { useLocale, useTranslations } from 'next-intl';
import { SummaryList } from '@/components/ui/summary-list';
import { type Marks, totalOf } from '@/lib/jury/marks';
import type { Rubric } from '@/lib/jury/schema';

type Sent = {
  marks: Marks;
  comments: Record<string, string>;
  comment: string;
  verdict: string | null;
  favourite: boolean;
  abstained: boolean;
};

/** One sent review, to be read: marks with their words, remarks, opinion. */
export function ReviewSheet({ rubric, review }: { rubric: Rubric; review: Sent }) {
  const t = useTranslations('jury.read');
  const locale = useLocale() === 'en' ? 'en' : 'fr';
  if (review.abstained)
    return (
      <p>
        {t('abstained')} {review.comment}
      </p>
    );
  const total = totalOf(rubric, review.marks);
  const verdict = rubric.opinion.verdicts.find(({ key }) => key === review.verdict);
  return (
    <SummaryList
      items={[
        ...rubric.criteria.map((criterion) => {
          const mark = review.marks[criterion.key];
          const anchor = criterion.anchors.find((one) => one.mark === mark);
          return {
            key: criterion.key,
            label: criterion.label[locale],
            value: (
              <>
                <span className="figures">{mark === 'na' ? t('na') : (mark?.toLocaleString(locale) ?? '—')}</span>
                {anchor ? ` · ${anchor.label[locale]}` : ''}
                {review.comments[criterion.key] ? (
                  <p className="whitespace-pre-line">{review.comments[criterion.key]}</p>
                ) : null}
              </>
            ),
          };
        }),
        ...(total === null
          ? []
          : [{ key: 'total', label: t('total'), value: total.toLocaleString(locale, { maximumFractionDigits: 2 }) }]),
        ...(verdict ? [{ key: 'verdict', label: t('verdict'), value: verdict.label[locale] }] : []),
        ...(review.favourite ? [{ key: 'favourite', label: t('favourite'), value: '★' }] : []),
        ...(review.comment
          ? [{ key: 'comment', label: t('comment'), value: <p className="whitespace-pre-line">{review.comment}</p> }]
          : []),
      ]}
    />
  );
}
