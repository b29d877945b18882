import { useTranslations } from 'next-intl';
import { FileStatus } from '@/components/applications/file-status';
import { NextStepLine } from '@/components/applications/next-step';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import { Select } from '@/components/ui/select';
import { Badge } from '@/components/ui/status';
import { TextInput } from '@/components/ui/text-input';
import { examineFilesAction } from '@/lib/applications/actions/examine';
import type { Instructor } from '@/lib/applications/queries/board';
import type { ExaminedFile } from '@/lib/applications/queries/examined';

type Props = { file: ExaminedFile; people: Instructor[] };

/** Where a file stands, in one line; who has it and its labels can be changed from every page about it. */
export function FileDesk({ file, people }: Props) {
  const t = useTranslations('intake');
  const body = useTranslations('typed-organisations');
  const labels = file.labels.map((label) => <Badge key={label}>{label}</Badge>);
  const facts = [
    { label: t('table.state'), value: <FileStatus state={file.state} /> },
    { label: t('table.next'), value: <NextStepLine next={file.next} due={file.due} /> },
    { label: t('table.instructor'), value: file.instructor?.name ?? t('table.nobody') },
    ...(file.organisation && file.runs
      ? [
          {
            label: body('fact'),
            value: <Link href={`/admin/applications/${file.id}/organisation`}>{file.body ?? body('toPlace')}</Link>,
          },
        ]
      : []),
    ...(labels.length
      ? [{ label: t('desk.labels'), value: <span className="flex flex-wrap gap-1">{labels}</span> }]
      : []),
  ];
  return (
    <>
      <dl
        id="standing"
        className="mb-2 grid grid-cols-2 gap-x-6 gap-y-4 border-rule border-y py-4 sm:flex sm:flex-wrap sm:gap-x-12"
      >
        {facts.map(({ label, value }) => (
          <div key={label} className="min-w-0">
            <dt className="quiet">{label}</dt>
            <dd className="mt-1">{value}</dd>
          </div>
        ))}
      </dl>
      {file.runs ? <DeskForms file={file} people={people} /> : null}
    </>
  );
}

/** Who has it, and its labels, to be changed. */
function DeskForms({ file, people }: Props) {
  const t = useTranslations('intake');
  return (
    <Details summary={t('desk.change')}>
      <ActionForm action={examineFilesAction} hidden={{ ids: file.id }}>
        <Select
          id="desk-instructor"
          name="instructorId"
          label={t('acts.instructor')}
          defaultValue={file.instructor?.id ?? 'none'}
          options={[
            { value: 'none', label: t('acts.nobody') },
            ...people.map(({ id, name, load }) => ({ value: id, label: t('acts.person', { name, load }) })),
          ]}
        />
        <SubmitButton name="intent" value="entrust" kind="secondary">
          {t('acts.entrustSend')}
        </SubmitButton>
      </ActionForm>
      <ActionForm action={examineFilesAction} hidden={{ ids: file.id }} className="mt-8" resetOnDone>
        <TextInput id="desk-label" name="label" label={t('acts.labelText')} help={t('acts.labelHelp')} width="medium" />
        <div className="btn-row">
          <SubmitButton name="intent" value="label" kind="secondary">
            {t('acts.labelSend')}
          </SubmitButton>
          <SubmitButton name="intent" value="unlabel" kind="quiet">
            {t('acts.unlabelSend')}
          </SubmitButton>
        </div>
      </ActionForm>
    </Details>
  );
}
