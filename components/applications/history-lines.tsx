import { useTranslations } from 'next-intl';
import { Timeline } from '@/components/ui/timeline';
import type { HistoryLine } from '@/lib/applications/queries/history';

/** Who did what to a file and when, newest first, from the record of events. */
export function HistoryLines({ lines }: { lines: HistoryLine[] }) {
  const t = useTranslations('correspondence.history');
  if (lines.length === 0) return <p className="quiet">{t('none')}</p>;
  return (
    <Timeline
      label={t('title')}
      events={lines.map((line) => ({
        key: line.id,
        date: line.at,
        title: titleOf(t, line),
        by: line.by ?? (line.system ? t('system') : undefined),
        body: line.reason ? <p className="whitespace-pre-wrap wrap-anywhere">{line.reason}</p> : undefined,
        tone: TONES[line.name],
      }))}
    />
  );
}

const TONES: Record<string, 'good' | 'bad' | 'time'> = {
  'application.submitted': 'good',
  'application.found_eligible': 'good',
  'application.found_preselected': 'good',
  'application.found_ineligible': 'bad',
  'application.correction_asked': 'time',
  'application.correction_expired': 'bad',
};

type Translate = ReturnType<typeof useTranslations<'correspondence.history'>>;

function titleOf(t: Translate, { name, data, to }: HistoryLine): string {
  const key = `names.${name.replace('application.', '')}` as 'names.submitted';
  if (!t.has(key)) return name;
  return t(key, { number: Number(data.number ?? data.count ?? 0), to: to ?? 'none', fields: count(data.fields) });
}

const count = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
