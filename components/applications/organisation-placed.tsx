import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Link } from '@/components/ui/link';
import { SummaryList } from '@/components/ui/summary-list';
import { Moment } from '@/components/ui/time';
import { unplaceOrganisationAction } from '@/lib/applications/actions/organisations';
import type { FileOrganisation } from '@/lib/applications/queries/typed-organisations';

type Props = { file: FileOrganisation; known: NonNullable<FileOrganisation['known']> };

/** The body a file is under, and who of the team said so, when and why; it can be taken back. */
export function OrganisationPlaced({ file: { id, name, placed }, known }: Props) {
  const t = useTranslations('typed-organisations.placed');
  const items = [
    { key: 'typed', label: t('typed'), value: name },
    { key: 'known', label: t('known'), value: <Link href={`/admin/organisations/${known.slug}`}>{known.name}</Link> },
    ...(placed
      ? [
          { key: 'by', label: t(placed.made ? 'addedBy' : 'by'), value: placed.by },
          { key: 'at', label: t('at'), value: <Moment date={placed.at} /> },
          { key: 'reason', label: t('reason'), value: placed.reason },
        ]
      : [{ key: 'by', label: t('by'), value: t('itself') }]),
  ];
  return (
    <>
      <SummaryList items={items} />
      {placed ? (
        <ActionForm action={unplaceOrganisationAction} hidden={{ applicationId: id }} className="mt-6">
          <p className="quiet">{t('undoHelp')}</p>
          <SubmitButton kind="secondary">{t('undo')}</SubmitButton>
        </ActionForm>
      ) : null}
    </>
  );
}
