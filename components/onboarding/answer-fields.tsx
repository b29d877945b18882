import { useLocale, useTranslations } from 'next-intl';
import { NetworkFields } from '@/components/onboarding/network-fields';
import { WorkstationFields } from '@/components/onboarding/workstation-fields';
import { Checkbox, Checkboxes, Radios } from '@/components/ui/choices';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { tableRows } from '@/lib/onboarding/answers';
import { type ItemDefinition, inLanguage } from '@/lib/onboarding/schema';

type Props = { definition: Pick<ItemDefinition, 'answer'>; state: string; answer: unknown; profile: string | null };

/** The controls of one item, by its kind of answer. */
export function AnswerFields({ definition, state, answer, profile }: Props) {
  const t = useTranslations('onboarding.answer');
  const locale = useLocale();
  const kind = definition.answer;
  const text = typeof answer === 'string' ? answer : '';
  switch (kind.kind) {
    case 'done':
      return (
        <Radios
          name="answer"
          label={t('question')}
          defaultValue={state === 'done' || state === 'not_applicable' ? state : 'open'}
          options={[
            { value: 'done', label: t('done') },
            { value: 'open', label: t('notYet') },
            { value: 'not_applicable', label: t('notApplicable') },
          ]}
        />
      );
    case 'yes_no':
      return (
        <Radios
          name="answer"
          label={t('yesNo')}
          defaultValue={text}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: kind.noCloses ? t('no') : t('notYet') },
            { value: 'not_applicable', label: t('notApplicable') },
          ]}
        />
      );
    case 'text':
      return <Textarea name="answer" label={t('text')} optional limit={{ characters: kind.max }} defaultValue={text} />;
    case 'date':
      return <TextInput type="date" width="medium" name="answer" label={t('date')} optional defaultValue={text} />;
    case 'choice': {
      const options = kind.options.map(({ value, label }) => ({ value, label: inLanguage(label, locale) }));
      return kind.many ? (
        <Checkboxes
          name="choices"
          label={t('choices')}
          options={options}
          defaultValue={Array.isArray(answer) ? (answer as string[]) : []}
        />
      ) : (
        <Radios name="answer" label={t('choice')} options={options} defaultValue={text} />
      );
    }
    case 'network':
      return <NetworkFields text={text} sites={kind.sites} />;
    case 'file':
      return (
        <Checkbox name="answer" value="done" label={t('done')} help={t('file')} defaultChecked={state === 'done'} />
      );
    case 'table':
      return (
        <TableFields
          columns={kind.columns.map((one) => ({ ...one, label: inLanguage(one.label, locale) }))}
          rows={tableRows(answer)}
        />
      );
    case 'workstation':
      return <WorkstationFields answer={answer} profile={profile ?? ''} />;
  }
}

const SPARE_ROWS = 3;

function TableFields({ columns, rows }: { columns: { key: string; label: string }[]; rows: Record<string, string>[] }) {
  const t = useTranslations('onboarding.answer');
  return (
    <>
      <p className="help">{t('rowsHelp')}</p>
      {[...rows, ...Array.from({ length: SPARE_ROWS }, () => ({}) as Record<string, string>)].map((row, index) => (
        <fieldset key={index} className="mt-4 grid gap-x-4 sm:grid-cols-2">
          <legend className="label">{t('row', { number: index + 1 })}</legend>
          {columns.map((column) => (
            <TextInput
              key={column.key}
              name={`rows[${index}].${column.key}`}
              label={column.label}
              optional
              maxLength={500}
              defaultValue={row[column.key] ?? ''}
            />
          ))}
        </fieldset>
      ))}
    </>
  );
}
