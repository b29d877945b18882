import { useFormatter, useLocale, useNow, useTranslations } from 'next-intl';
import { stateTone } from '@/components/applications/file-status';
import { IntakeRows, type IntakeWords } from '@/components/applications/intake-rows';
import { stepTone } from '@/components/applications/next-step';
import { deadlineText, momentText, urgency } from '@/components/ui/deadline';
import { localHref } from '@/components/ui/href';
import { Link } from '@/components/ui/link';
import { type IntakeFilters, intakeHref, type SORTS } from '@/lib/applications/intake-filters';
import type { IntakeRow } from '@/lib/applications/queries/intake';

type Props = { path: string; filters: IntakeFilters; files: IntakeRow[]; caption: string };
type Sort = (typeof SORTS)[number];

/** The files of a call: each row opens its file, each box takes it into a bulk act. */
export function IntakeTable({ path, filters, files, caption }: Props) {
  const t = useTranslations('intake');
  const words = useRowWords();
  const order = (sort: Sort, label: string) => (
    <Link
      className="sort"
      href={intakeHref(path, filters, { sort, down: filters.sort === sort && filters.down === '' ? '1' : '' })}
    >
      {label}
    </Link>
  );
  const sorted = (...sorts: Sort[]) =>
    sorts.includes(filters.sort) ? (filters.down === '1' ? 'descending' : 'ascending') : undefined;
  return (
    <section className="table-region" aria-label={caption}>
      <table className="table" data-stack="">
        <caption className="hidden-text">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-text">{t('table.choose')}</span>
            </th>
            <th scope="col" aria-sort={sorted('title', 'organisation')}>
              {order('title', t('table.title'))} {order('organisation', t('table.organisation'))}
            </th>
            <th scope="col" aria-sort={sorted('state')}>
              {order('state', t('table.state'))}
            </th>
            <th scope="col">{t('table.next')}</th>
            <th scope="col" aria-sort={sorted('instructor')}>
              {order('instructor', t('table.instructor'))}
            </th>
            <th scope="col">{t('table.asked')}</th>
            <th scope="col" aria-sort={sorted('received')}>
              {order('received', t('table.received'))}
            </th>
          </tr>
        </thead>
        <tbody>
          <IntakeRows
            rows={files.map(words)}
            columns={{
              state: t('table.state'),
              next: t('table.next'),
              instructor: t('table.instructor'),
              asked: t('table.asked'),
              received: t('table.received'),
            }}
            nothing={t('next.none')}
            nobody={t('table.nobody')}
          />
        </tbody>
      </table>
    </section>
  );
}

/** How a file is said in its row; one translator for the fifty of them. */
function useRowWords(): (file: IntakeRow) => IntakeWords {
  const [t, states, similar] = [
    useTranslations('intake'),
    useTranslations('applications.states'),
    useTranslations('similar'),
  ];
  const [format, locale, now] = [useFormatter(), useLocale(), useNow()];
  const at = (href: string) => localHref(locale, href);
  return (file) => {
    const title = file.title || t('table.untitled');
    return {
      id: file.id,
      href: at(`/admin/applications/${file.id}`),
      choose: t('table.chooseOne', { title }),
      title,
      organisation: file.organisation,
      reference: file.reference,
      labels: file.labels,
      similar:
        file.similar > 0
          ? { href: at(`/admin/applications/${file.id}/similar`), text: similar('count', { count: file.similar }) }
          : undefined,
      state: { tone: stateTone(file.state), word: states(file.state) },
      progress: t('table.complete', { percent: file.completeness, versions: file.versions ?? 0 }),
      next: file.next && { tone: stepTone(file.next), word: t(`next.${file.next}`) },
      due: file.due
        ? {
            iso: file.due.toISOString(),
            text: deadlineText(file.due, now, { locale }),
            exact: momentText(file.due, { locale }),
            presses: urgency(file.due, now) !== 'later',
          }
        : undefined,
      instructor: file.instructor,
      profiles: (file.profiles ?? []).map((profile) => t(`profiles.${profile}` as 'profiles.designer')).join(', '),
      funding: file.coFunding === null ? '' : t(file.coFunding ? 'table.coFunded' : 'table.selfFunded'),
      received: file.submittedAt ? format.dateTime(file.submittedAt, { dateStyle: 'short', timeStyle: 'short' }) : '',
    };
  };
}
