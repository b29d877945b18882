import { useTranslations } from 'next-intl';
import { ExportLinks } from '@/components/applications/export-links';
import { IntakeActs } from '@/components/applications/intake-acts';
import { IntakeTable } from '@/components/applications/intake-table';
import { ActionForm } from '@/components/ui/action-form';
import { Pagination } from '@/components/ui/pagination';
import { EmptyState } from '@/components/ui/panel';
import { examineFilesAction } from '@/lib/applications/actions/examine';
import { type IntakeFilters, intakeHref, isFiltered } from '@/lib/applications/intake-filters';
import type { Instructor, IntakeRow } from '@/lib/applications/queries/intake';

type Props = {
  path: string;
  filters: IntakeFilters;
  files: IntakeRow[];
  found: number;
  pageSize: number;
  people: Instructor[];
};

/** The page of files and what can be done to those ticked, as one form. */
export function IntakeBoard({ path, filters, files, found, pageSize, people }: Props) {
  const t = useTranslations('intake');
  if (files.length === 0) return <EmptyState title={isFiltered(filters) ? t('emptyFiltered') : t('empty')} />;
  return (
    <ActionForm action={examineFilesAction}>
      <IntakeTable path={path} filters={filters} files={files} caption={t('caption', { count: found })} />
      <Pagination
        page={filters.page}
        pageSize={pageSize}
        total={found}
        href={(page) => intakeHref(path, filters, { page })}
      />
      <ExportLinks path={path} filters={filters} />
      <h2>{t('acts.title')}</h2>
      <IntakeActs people={people} />
    </ActionForm>
  );
}
