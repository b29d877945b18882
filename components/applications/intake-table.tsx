import { useFormatter, useTranslations } from 'next-intl';
import { FileStatus } from '@/components/applications/file-status';
import { NextStepLine } from '@/components/applications/next-step';
import { Link } from '@/components/ui/link';
import { Badge } from '@/components/ui/status';
import { type IntakeFilters, intakeHref, type SORTS } from '@/lib/applications/intake-filters';
import type { IntakeRow } from '@/lib/applications/queries/intake';

type Props = { path: string; filters: IntakeFilters; files: IntakeRow[]; caption: string };
type Sort = (typeof SORTS)[number];

/** The files of a call: each row opens its file, each box takes it into a bulk act. */
export function IntakeTable({ path, filters, files, caption }: Props) {
  const t = useTranslations('intake');
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
          {files.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FileRow({ file }: { file: IntakeRow }) {
  const t = useTranslations('intake');
  const similar = useTranslations('similar');
  const format = useFormatter();
  return (
    <tr data-row-link="">
      <td>
        <label className="tick">
          <input type="checkbox" name="ids" value={file.id} />
          <span className="hidden-text">{t('table.chooseOne', { title: file.title })}</span>
        </label>
      </td>
      <th scope="row" data-lead="" className="sm:w-2/5">
        <Link className="row-link" href={`/admin/applications/${file.id}`}>
          {file.title || t('table.untitled')}
        </Link>
        <span className="block font-normal">{file.organisation}</span>
        <span className="quiet block font-normal">{file.reference}</span>
        {file.labels.length > 0 ? (
          <span className="mt-1 flex flex-wrap gap-1">
            {file.labels.map((label) => (
              <Badge key={label}>{label}</Badge>
            ))}
          </span>
        ) : null}
        {file.similar > 0 ? (
          <span className="block text-sm font-normal">
            <Link href={`/admin/applications/${file.id}/similar`}>{similar('count', { count: file.similar })}</Link>
          </span>
        ) : null}
      </th>
      <td data-label={t('table.state')}>
        <span>
          <FileStatus state={file.state} />
          <span className="quiet block">
            {t('table.complete', { percent: file.completeness, versions: file.versions ?? 0 })}
          </span>
        </span>
      </td>
      <td data-label={t('table.next')}>
        <span>
          <NextStepLine next={file.next} due={file.due} />
        </span>
      </td>
      <td data-label={t('table.instructor')}>
        {file.instructor ?? <span className="quiet">{t('table.nobody')}</span>}
      </td>
      <td data-label={t('table.asked')}>
        <span>
          {(file.profiles ?? []).map((profile) => t(`profiles.${profile}` as 'profiles.designer')).join(', ')}
          <span className="quiet block">
            {file.coFunding === null ? '' : t(file.coFunding ? 'table.coFunded' : 'table.selfFunded')}
          </span>
        </span>
      </td>
      <td className="figures" data-label={t('table.received')}>
        {file.submittedAt ? format.dateTime(file.submittedAt, { dateStyle: 'short', timeStyle: 'short' }) : ''}
      </td>
    </tr>
  );
}
