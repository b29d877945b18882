import { useLocale, useTranslations } from 'next-intl';
import { Checkbox, Checkboxes, Radios } from '@/components/ui/choices';
import type { TextLimit } from '@/components/ui/count';
import { Select } from '@/components/ui/select';
import { DateInput, MoneyInput, TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { Answer, Parts, StoredFile } from '@/lib/calls/answers';
import { inputText } from '@/lib/calls/entries';
import { isCalendarDate } from '@/lib/calls/expression';
import type { SimpleField } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';
import { FieldHelp, useHelp } from './field-help';
import { type Attaching, FileControl } from './file-control';
import { PartsControl } from './parts-control';

export type ControlProps = {
  field: SimpleField;
  name: string;
  answer: Answer | undefined;
  required: boolean;
  perLine: number;
  /** Absent in a preview. */
  attaching?: Attaching;
};

const FEW = 8;

/** The control of one question, whatever its type. Works as a plain HTML form. */
export function SimpleControl({ field, name, answer, required, perLine, attaching }: ControlProps) {
  const locale = useLocale();
  const t = useTranslations('calls.fields');
  const help = useHelp(field) ? <FieldHelp field={field} /> : undefined;
  const shared = { name, label: inLanguage(field.label, locale), help, optional: !required };
  const value = inputText(field, answer);
  switch (field.type) {
    case 'longText':
      return (
        <Textarea
          {...shared}
          defaultValue={value}
          rows={Math.min(field.maxLines ?? 5, 12)}
          limit={limitsOf(field.maxLines, field.maxCharacters, perLine)}
        />
      );
    case 'number':
      return field.unit ? (
        <MoneyInput {...shared} defaultValue={value} unit={inLanguage(field.unit, locale)} />
      ) : (
        <TextInput
          {...shared}
          defaultValue={value}
          inputMode={field.decimals > 0 ? 'decimal' : 'numeric'}
          width="short"
          autoComplete="off"
        />
      );
    case 'money':
      return <MoneyInput {...shared} defaultValue={value} />;
    case 'date':
      // What was typed and is no date must be seen again; a date control would show nothing.
      return value === '' || isCalendarDate(value) ? (
        <DateInput {...shared} defaultValue={value} min={field.min} max={field.max} />
      ) : (
        <TextInput {...shared} defaultValue={value} width="medium" />
      );
    case 'yesNo':
      return (
        <Radios
          {...shared}
          inline
          defaultValue={value || undefined}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
        />
      );
    case 'oneOf': {
      const options = field.options.map((one) => ({ value: one.value, label: inLanguage(one.label, locale) }));
      if (options.length > FEW)
        return <Select {...shared} options={options} defaultValue={value} placeholder={t('choose')} />;
      return <Radios {...shared} options={options} defaultValue={value || undefined} />;
    }
    case 'manyOf':
      return (
        <Checkboxes
          {...shared}
          options={field.options.map((one) => ({ value: one.value, label: inLanguage(one.label, locale) }))}
          defaultValue={Array.isArray(answer) ? (answer as string[]) : []}
        />
      );
    case 'attestation':
      return <Checkbox {...shared} value="yes" defaultChecked={answer === true} />;
    case 'organisation':
    case 'town':
    case 'contact':
      return <PartsControl field={field} name={name} parts={(answer ?? {}) as Parts} required={required} />;
    case 'file':
      return (
        <FileControl
          field={field}
          name={name}
          files={(answer ?? []) as StoredFile[]}
          required={required}
          attaching={attaching}
        />
      );
    default:
      return <TextInput {...shared} {...KINDS[field.type]} defaultValue={value} />;
  }
}

/** Mostly other people's addresses: the browser must not offer one's own. */
const KINDS = {
  shortText: { autoComplete: 'off' },
  email: { type: 'email', inputMode: 'email', autoComplete: 'off', spellCheck: false },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'off', width: 'medium' },
  url: { type: 'url', inputMode: 'url', autoComplete: 'off', spellCheck: false },
} as const;

const limitsOf = (lines: number | undefined, characters: number | undefined, perLine: number): TextLimit[] => [
  ...(lines === undefined ? [] : [{ lines, perLine }]),
  ...(characters === undefined ? [] : [{ characters }]),
];
