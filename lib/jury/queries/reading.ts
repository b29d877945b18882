import { translator } from '@/lib/i18n/translator';
import { anonymous, type Shown, shown } from '@/lib/jury/anonymity';
import { seesOthers } from '@/lib/jury/policy';
import { assignedFile, type OpenReview, type OthersReview, othersReviews } from '@/lib/jury/queries/juror';
import type { Rubric } from '@/lib/jury/schema';
import type { Viewer } from '@/lib/viewer';

export type FileToRead = Shown & {
  id: string;
  stage: string;
  rubric: Rubric;
  closesAt: Date | null;
  closed: boolean;
  reference: string;
  review: OpenReview | null;
  /** Null: not to be seen now; an empty list: nobody sent anything yet. */
  others: OthersReview[] | null;
};

/** Everything the juror's page shows of one file, anonymised by the stage's rubric; null looks like a missing page. */
export async function fileToRead(viewer: Viewer, id: string): Promise<FileToRead | null> {
  const file = await assignedFile(viewer, id);
  if (!file) return null;
  const { rubric, review } = file;
  const others = seesOthers(rubric.othersVisible, review?.sentAt != null) ? await othersReviews(viewer, file) : null;
  return {
    id: file.id,
    stage: file.stage,
    rubric,
    closesAt: file.closesAt,
    closed: file.closed,
    reference: file.reference,
    review,
    others,
    ...(anonymous(rubric) ? shown(file, rubric.anonymity) : shown(file, null)),
  };
}

/** The names of a grid's fields as its juror reads them: "marks.need" → "Pertinence du besoin". */
export async function fieldLabels(viewer: Viewer, id: string, fields: string[], locale: 'fr' | 'en'): Promise<string> {
  const file = await assignedFile(viewer, id);
  const t = await translator(locale, 'jury');
  const names = fields.map((field) => {
    const [part, key] = field.split('.');
    const label = file?.rubric.criteria.find((one) => one.key === key)?.label[locale] ?? '';
    if (part === 'marks') return label;
    if (part === 'comments') return `${t('read.criterionComment')} (${label})`;
    return part === 'verdict' ? t('read.verdict') : t('read.comment');
  });
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
