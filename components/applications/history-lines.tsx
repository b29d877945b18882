import { useTranslations } from 'next-intl';
import { Timeline } from '@/components/ui/timeline';
import type { HistoryLine } from '@/lib/applications/queries/history';

/** Who did what to a file and when, newest first, from the record of events. */
export function HistoryLines({ lines }: { lines: HistoryLine[] }) {
  const t = useTranslations('correspondence.history');
  const acts = useTranslations('people.events.names');
  if (lines.length === 0) return <p className="quiet">{t('none')}</p>;
  return (
    <Timeline
      label={t('title')}
      events={lines.map((line) => ({
        key: line.id,
        date: line.at,
        title: titleOf(t, line) ?? wordsOf(acts, line.name),
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

/** What this page says in words of its own. */
function titleOf(t: Translate, { name, data, to }: HistoryLine): string | null {
  const key = `names.${name.replace('application.', '')}` as 'names.submitted';
  if (!t.has(key)) return null;
  return t(key, { number: Number(data.number ?? data.count ?? 0), to: to ?? 'none', fields: count(data.fields) });
}

/** What the record of acts says of any other. */
function wordsOf(acts: ReturnType<typeof useTranslations<'people.events.names'>>, name: string): string {
  const key = name.replace('.', '_') as 'application_submitted';
  return acts.has(key) ? acts(key) : name;
}

const count = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
