import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/panel';
import { Table } from '@/components/ui/table';
import { Day } from '@/components/ui/time';
import { endInstructorAction } from '@/lib/applications/actions/instructors';
import type { InvitedInstructor } from '@/lib/applications/queries/examiner';

/** Who was invited, with how many files, and how to end it: their files then wait for somebody else. */
export function InstructorRows({ people }: { people: InvitedInstructor[] }) {
  const t = useTranslations('instructors');
  if (people.length === 0) return <EmptyState title={t('none')} />;
  return (
    <Table
      caption={t('title')}
      captionHidden
      stack
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: t('columns.name'),
          cell: ({ name, email }) => (
            <span className="break-words">
              {name}
              <span className="quiet block font-normal">{email}</span>
            </span>
          ),
        },
        { key: 'since', label: t('columns.since'), cell: ({ since }) => <Day date={since} short /> },
        { key: 'files', label: t('columns.files'), align: 'end', cell: ({ files }) => files },
        { key: 'waiting', label: t('columns.waiting'), align: 'end', cell: ({ waiting }) => waiting },
        {
          key: 'end',
          label: t('columns.end'),
          cell: ({ id, name, files }) => (
            <ActionForm action={endInstructorAction} hidden={{ instructorId: id }}>
              <SubmitButton kind="quiet" size="small">
                {t('end', { name })}
              </SubmitButton>
              {files > 0 ? <p className="quiet">{t('endHelp', { count: files })}</p> : null}
            </ActionForm>
          ),
        },
      ]}
    />
  );
}
