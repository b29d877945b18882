import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { makeLaureatesAction, undoLaureatesAction } from '@/lib/jury/actions/laureates';
import type { Laureate } from '@/lib/jury/queries/laureates';

type Props = { stage: { id: string; callId: string; resultsPublishedAt: Date | null }; laureates: Laureate[] };

/** The laureates and the challenges they became: made in one act, undone in one act until results are published. */
export function LaureatePanel({ stage, laureates }: Props) {
  const t = useTranslations('jury.laureates');
  if (laureates.length === 0) return null;
  const hidden = { stageId: stage.id, callId: stage.callId };
  const made = laureates.filter(({ slug }) => slug !== null).length;
  const undoable = laureates.filter(({ inOneAct }) => inOneAct).length;
  return (
    <section id="laureates" aria-labelledby="laureates-title">
      <h2 id="laureates-title">{t('title')}</h2>
      <p>{t('count', { made, total: laureates.length })}</p>
      <Table
        caption={t('title')}
        captionHidden
        stack
        rows={laureates}
        rowKey={(row) => row.id}
        columns={[
          { key: 'file', label: t('file'), cell: (row) => `${row.title} (${row.organisation})` },
          {
            key: 'challenge',
            label: t('challenge'),
            cell: (row) =>
              row.slug ? <Link href={`/admin/challenges/${row.slug}/team`}>{t('open')}</Link> : t('notYet'),
          },
          { key: 'positions', label: t('positions'), align: 'end', cell: (row) => (row.slug ? row.positions : '—') },
        ]}
      />
      {made < laureates.length ? (
        <ActionForm action={makeLaureatesAction} hidden={hidden}>
          <p className="quiet">{t('makeHelp')}</p>
          <SubmitButton kind="secondary">{t('make', { count: laureates.length - made })}</SubmitButton>
        </ActionForm>
      ) : null}
      {undoable > 0 && !stage.resultsPublishedAt ? (
        <ActionForm action={undoLaureatesAction} hidden={hidden}>
          <p className="quiet">{t('undoHelp')}</p>
          <SubmitButton kind="quiet">{t('undo', { count: undoable })}</SubmitButton>
        </ActionForm>
      ) : null}
    </section>
  );
}
