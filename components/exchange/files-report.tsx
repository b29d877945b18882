import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import type { FilesReport, NamedProblem } from '@/lib/exchange/files-report';

const SHOWN = 100;
const COUNTS = ['created', 'updated', 'unchanged', 'refused', 'incomplete', 'beside'] as const;

/** What an import does: how many files of each fate, and what to look at, by file and by question. */
export function FilesReportView({ report }: { report: FilesReport }) {
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
              { key: 'field', label: t('field'), cell: (one) => <FieldName one={one} /> },
              { key: 'value', label: t('value'), cell: (one) => <span className="break-words">{one.value}</span> },
              { key: 'reason', label: t('reason'), cell: (one) => <Reason one={one} /> },
            ]}
          />
        </>
      ) : null}
    </>
  );
}

function FieldName({ one }: { one: NamedProblem }) {
  const t = useTranslations('intake-import.specials');
  return <span className="break-words">{one.field.startsWith('@') ? t(one.field as '@key') : one.field}</span>;
}

function Reason({ one }: { one: NamedProblem }) {
  const t = useTranslations('intake-import.reasons');
  const [kind, code] = one.reason.split(':');
  return <>{kind === 'form' ? t('form', { code: code ?? '' }) : t(one.reason as 'no_key')}</>;
}
