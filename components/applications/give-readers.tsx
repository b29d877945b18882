import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkboxes } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { DateInput } from '@/components/ui/text-input';
import { examineFilesAction } from '@/lib/applications/actions/examine';
import type { Colleague } from '@/lib/applications/mentions';

type Props = { applicationId: string; people: Colleague[]; proposedDue: string; open: boolean };

/** Who reads this file for pre-selection, and by when. */
export function GiveReaders({ applicationId, people, proposedDue, open }: Props) {
  const t = useTranslations('intake.acts');
  if (people.length === 0) return null;
  return (
    <Details summary={t('readers')} open={open}>
      <ActionForm action={examineFilesAction} hidden={{ ids: applicationId }}>
        <Checkboxes
          name="readers"
          label={t('readersWho')}
          help={t('readersHelp')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateInput id="readers-due" name="due" label={t('readersDue')} optional defaultValue={proposedDue} />
        <SubmitButton name="intent" value="readers" kind="secondary">
          {t('readersSend')}
        </SubmitButton>
      </ActionForm>
    </Details>
  );
}
