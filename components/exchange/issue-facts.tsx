import { useTranslations } from 'next-intl';
import { SummaryList } from '@/components/ui/summary-list';

type Issue = {
  file: string;
  field: string;
  value: string;
  suggestion: { label: string } | null;
  run: { name: string };
};

/** What was found, where, and what it most looks like. */
export function IssueFacts({ issue }: { issue: Issue }) {
  const t = useTranslations('exchange');
  const long = (text: string) => <span className="break-words">{text}</span>;
  return (
    <SummaryList
      items={[
        { key: 'value', label: t('issues.value'), value: long(issue.value || t('issues.nothing')) },
        { key: 'suggestion', label: t('issues.suggestion'), value: issue.suggestion?.label ?? t('issue.noSuggestion') },
        { key: 'where', label: t('issues.where'), value: long(`${issue.file} · ${issue.field}`) },
        { key: 'run', label: t('issue.run'), value: issue.run.name },
      ]}
    />
  );
}
