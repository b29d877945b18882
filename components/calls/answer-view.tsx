import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ExternalLink } from '@/components/ui/link';
import { Day } from '@/components/ui/time';
import { type Answer, filledRows, isEmptyAnswer, type Parts, type StoredFile } from '@/lib/calls/answers';
import { inputText } from '@/lib/calls/entries';
import { isCalendarDate } from '@/lib/calls/expression';
import type { Field, GroupField, SimpleField } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';
import { webAddress } from '@/lib/calls/typed';

/** An answer as a reader sees it; texts keep their lines, an absent one says so. */
export function AnswerView({ field, answer }: { field: Field; answer: Answer | undefined }) {
  const t = useTranslations('calls.fields');
  if (answer === undefined || isEmptyAnswer(answer)) return <span className="text-ink-soft">{t('noAnswer')}</span>;
  return field.type === 'group' ? <Rows group={field} answer={answer} /> : <Simple field={field} answer={answer} />;
}

function Rows({ group, answer }: { group: GroupField; answer: Answer }) {
  const locale = useLocale();
  return (
    <ol className="answer-rows">
      {filledRows(answer).map((row) => (
        <li key={row._key}>
          <dl>
            {group.fields
              .filter((field) => Object.hasOwn(row, field.id))
              .map((field) => (
                <div key={field.id}>
                  <dt>{inLanguage(field.label, locale)}</dt>
                  <dd>
                    <Simple field={field} answer={row[field.id] as Answer} />
                  </dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}

function Simple({ field, answer }: { field: SimpleField; answer: Answer }) {
  const locale = useLocale();
  const format = useFormatter();
  const t = useTranslations('calls.fields');
  const option = (value: string) => {
    const found = 'options' in field ? field.options.find((one) => one.value === value) : undefined;
    return found ? inLanguage(found.label, locale) : value;
  };
  switch (field.type) {
    case 'yesNo':
    case 'attestation':
      return t(answer === true ? 'yes' : 'no');
    case 'oneOf':
      return option(String(answer));
    case 'manyOf':
      return (answer as string[]).map(option).join(', ');
    case 'money':
      return typeof answer === 'number'
        ? format.number(answer / 100, { style: 'currency', currency: 'EUR' })
        : String(answer);
    case 'number':
      return typeof answer === 'number'
        ? `${format.number(answer)}${field.unit ? `\u00a0${inLanguage(field.unit, locale)}` : ''}`
        : String(answer);
    case 'date':
      return isCalendarDate(String(answer)) ? <Day date={new Date(`${answer}T12:00:00Z`)} /> : String(answer);
    case 'url': {
      const address = webAddress(String(answer));
      return address ? <ExternalLink href={address}>{String(answer)}</ExternalLink> : String(answer);
    }
    case 'organisation':
    case 'town':
    case 'contact':
      return <PartsView parts={answer as Parts} />;
    case 'file':
      return <Files files={answer as StoredFile[]} />;
    default:
      return <span className="answer-text">{inputText(field, answer)}</span>;
  }
}

function PartsView({ parts }: { parts: Parts }) {
  const shown = Object.entries(parts).filter(([part, text]) => part !== 'id' && text.trim() !== '');
  const name = [parts.firstName, parts.lastName].filter(Boolean).join(' ');
  return (
    <>
      {name ? <span className="block font-semibold">{name}</span> : null}
      {shown
        .filter(([part]) => part !== 'firstName' && part !== 'lastName')
        .map(([part, text]) => (
          <span className="block" key={part}>
            {text}
          </span>
        ))}
    </>
  );
}

function Files({ files }: { files: StoredFile[] }) {
  return (
    <ul>
      {files.map((file) => (
        <li key={file.id}>
          <a className="link" href={`/api/files/${file.id}`} download>
            {file.name}
          </a>
        </li>
      ))}
    </ul>
  );
}
