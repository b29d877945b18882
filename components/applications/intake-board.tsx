import { useTranslations } from 'next-intl';
import { ExportLinks } from '@/components/applications/export-links';
import { IntakeActs } from '@/components/applications/intake-acts';
import { IntakeTable } from '@/components/applications/intake-table';
import { TickAll } from '@/components/applications/tick-all';
import { ActionForm } from '@/components/ui/action-form';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { EmptyState } from '@/components/ui/panel';
import { examineFilesAction } from '@/lib/applications/actions/examine';
import { type IntakeFilters, intakeHref, isFiltered } from '@/lib/applications/intake-filters';
import type { BoardDesk } from '@/lib/applications/queries/board';
import type { IntakeRow } from '@/lib/applications/queries/intake';

type Props = {
  path: string;
  filters: IntakeFilters;
  /** The same, with the reader in the place of « me ». */
  exported: IntakeFilters;
  files: IntakeRow[];
  pageSize: number;
  desk: BoardDesk;
};

/** The page of files and what can be done to those ticked, as one form. */
export function IntakeBoard({ path, filters, exported, files, pageSize, desk }: Props) {
  const t = useTranslations('intake');
  if (files.length === 0)
    return (
      <EmptyState
        title={isFiltered(filters) ? t('emptyFiltered') : t('empty')}
        action={isFiltered(filters) ? <Link href={path}>{t('filters.clear')}</Link> : undefined}
      />
    );
  return (
    <ActionForm action={examineFilesAction} resetOnDone>
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <TickAll label={t('tickAll')} none={t('ticked.none')} some={t('ticked.some', { count: '{count}' })} />
      </div>
      <IntakeTable path={path} filters={filters} files={files} caption={t('caption', { count: desk.found })} />
      <Pagination
        page={filters.page}
        pageSize={pageSize}
        total={desk.found}
        href={(page) => intakeHref(path, filters, { page })}
      />
      <ExportLinks path={path} filters={exported} />
      <h2>{t('acts.title')}</h2>
      <IntakeActs {...desk} />
    </ActionForm>
  );
}
