import { useFormatter, useTranslations } from 'next-intl';
import { FileStatus } from '@/components/applications/file-status';
import { Link } from '@/components/ui/link';
import { Badge } from '@/components/ui/status';
import { type IntakeFilters, intakeHref, type SORTS } from '@/lib/applications/intake-filters';
import type { IntakeRow } from '@/lib/applications/queries/intake';

type Props = { path: string; filters: IntakeFilters; files: IntakeRow[]; caption: string };

/** The files of a call: each row opens its file, each box takes it into a bulk act. */
export function IntakeTable({ path, filters, files, caption }: Props) {
  const t = useTranslations('intake');
  const format = useFormatter();
  const header = (sort: (typeof SORTS)[number], label: string) => {
    const current = filters.sort === sort;
    const down = current && filters.down === '' ? '1' : '';
    return (
      <th scope="col" aria-sort={current ? (filters.down === '1' ? 'descending' : 'ascending') : undefined}>
        <Link className="sort" href={intakeHref(path, filters, { sort, down })}>
          {label}
        </Link>
      </th>
    );
  };
  return (
    <section className="table-region" data-wide="" aria-label={caption}>
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-text">{t('table.choose')}</span>
            </th>
            {header('title', t('table.title'))}
            {header('organisation', t('table.organisation'))}
            {header('state', t('table.state'))}
            {header('received', t('table.received'))}
            <th scope="col">{t('table.profiles')}</th>
            <th scope="col">{t('table.instructor')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.id}>
              <td>
                <label className="tick">
                  <input type="checkbox" name="ids" value={file.id} />
                  <span className="hidden-text">{t('table.chooseOne', { title: file.title })}</span>
                </label>
              </td>
              <th scope="row" data-lead="">
                <Link className="row-link" href={`/admin/applications/${file.id}`}>
                  {file.title || t('table.untitled')}
                </Link>
                <span className="quiet block">{file.reference}</span>
                {file.labels.map((label) => (
                  <Badge key={label}>{label}</Badge>
                ))}
              </th>
              <td>{file.organisation}</td>
              <td>
                <FileStatus state={file.state} />
              </td>
              <td className="figures">
                {file.submittedAt ? format.dateTime(file.submittedAt, { dateStyle: 'short', timeStyle: 'short' }) : ''}
              </td>
              <td>
                {(file.profiles ?? []).map((profile) => t(`profiles.${profile}` as 'profiles.designer')).join(', ')}
              </td>
              <td>{file.instructor ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
