import { useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import type { DirectoryRow } from '@/lib/support/queries/directory';

/** The address book of one administration: who holds which function, and which challenges know them. */
export function ContactDirectory({ contacts }: { contacts: DirectoryRow[] }) {
  const t = useTranslations('support');
  if (contacts.length === 0) return null;
  return (
    <section aria-labelledby="directory" className="mt-10">
      <h2 id="directory">{t('directory.title')}</h2>
      <Table
        caption={t('directory.title')}
        captionHidden
        stack
        rows={contacts}
        rowKey={(one) => one.id}
        columns={[
          { key: 'name', label: t('contacts.name'), cell: (one) => one.name },
          { key: 'function', label: t('contacts.function'), cell: (one) => t(`function.${one.function}`) },
          {
            key: 'how',
            label: t('contacts.how'),
            cell: (one) => (
              <span className="break-words">
                {one.email ? <a href={`mailto:${one.email}`}>{one.email}</a> : null} {one.phone}
              </span>
            ),
          },
          { key: 'challenges', label: t('directory.challenges'), cell: (one) => one.challenges ?? '–' },
          {
            key: 'met',
            label: t('contacts.met'),
            cell: (one) =>
              one.left ? (
                <Status tone="neutral">{t('contacts.left')}</Status>
              ) : one.met > 0 ? (
                <Status tone="good">{t('directory.met', { count: one.met })}</Status>
              ) : (
                <Status tone="neutral">{t('contacts.notMet')}</Status>
              ),
          },
        ]}
      />
    </section>
  );
}
