import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import type { FormDefinition } from '@/lib/calls/form';
import { findField, inLanguage } from '@/lib/calls/shape';
import type { FilesReport, NamedProblem } from '@/lib/exchange/files-report';

const SHOWN = 100;
const COUNTS = ['created', 'updated', 'unchanged', 'refused', 'incomplete', 'beside'] as const;

/** What an import does: how many files of each fate, and what to look at, by file and by question. */
export function FilesReportView({ report, form }: { report: FilesReport; form: FormDefinition }) {
  const t = useTranslations('intake-import.report');
  const named = report.named.slice(0, SHOWN).map((one, index) => ({ ...one, index }));
  return (
    <>
      <Table
        caption={t('kind')}
        captionHidden
        rows={[...COUNTS]}
        rowKey={(name) => name}
        columns={[
          { key: 'kind', label: t('kind'), cell: (name) => t(name) },
          { key: 'count', label: t('count'), align: 'end', cell: (name) => report[name] },
        ]}
      />
      <Notice tone={report.problems ? 'time' : 'good'} title={t('problems', { count: report.problems })}>
        {report.problems ? t('problemsHelp') : null}
      </Notice>
      {named.length ? (
        <>
          {report.problems > named.length ? <p>{t('named', { shown: named.length })}</p> : null}
          <Table
            caption={t('problems', { count: report.problems })}
            captionHidden
            stack
            rows={named}
            rowKey={(one) => String(one.index)}
            columns={[
              { key: 'file', label: t('file'), cell: (one) => one.key || `${t('line')} ${one.line}` },
              { key: 'field', label: t('field'), cell: (one) => <FieldName one={one} form={form} /> },
              {
                key: 'value',
                label: t('value'),
                cell: (one) => <span className="break-words">{one.reason === 'missing' ? '' : one.value}</span>,
              },
              { key: 'reason', label: t('reason'), cell: (one) => <Reason one={one} /> },
            ]}
          />
        </>
      ) : null}
    </>
  );
}

/** A question of theirs by its words, one of ours by its label in the reader's language. */
function FieldName({ one, form }: { one: NamedProblem; form: FormDefinition }) {
  const t = useTranslations('intake-import.specials');
  const locale = useLocale();
  const own = one.field.startsWith('#') ? findField(form, /^#(\w+)/.exec(one.field)?.[1] ?? '') : undefined;
  const said = own ? inLanguage(own.label, locale) : one.field.startsWith('@') ? t(one.field as '@key') : one.field;
  return <span className="break-words">{said}</span>;
}

function Reason({ one }: { one: NamedProblem }) {
  const t = useTranslations('intake-import.reasons');
  return <>{t(one.reason as 'no_key', { count: Number(one.value) || 0 })}</>;
}
