import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/panel';
import { Table } from '@/components/ui/table';
import type { TypedOrganisation } from '@/lib/applications/queries/typed-organisations';

/** Administrations typed in the files of a call that are in no directory, with the body each most likely is. */
export function TypedOrganisationTable({ typed }: { typed: TypedOrganisation[] }) {
  const t = useTranslations('typed-organisations');
  if (typed.length === 0) return <EmptyState title={t('none')} />;
  return (
    <Table
      caption={t('title')}
      captionHidden
      stack
      rows={typed}
      rowKey={(row) => row.fileId}
      rowHref={(row) => `/admin/applications/${row.fileId}/organisation`}
      columns={[
        { key: 'name', label: t('columns.name'), cell: (row) => row.name },
        { key: 'siret', label: t('columns.siret'), cell: (row) => row.siret },
        { key: 'files', label: t('columns.files'), align: 'end', cell: (row) => row.files },
        {
          key: 'match',
          label: t('columns.match'),
          cell: ({ match }) =>
            match ? (
              <span>
                {match.name}
                <span className="quiet block">{t(`place.why.${match.why}`, { score: match.score })}</span>
              </span>
            ) : (
              <span className="quiet">{t('noMatch')}</span>
            ),
        },
      ]}
    />
  );
}
