import type { Statistics } from '@/lib/applications/queries/statistics';
import { inLanguage } from '@/lib/calls/shape';
import { type CsvColumn, openCsv, spreadsheetCsv } from '@/lib/csv';
import { translator } from '@/lib/i18n/translator';

export const STATISTICS = ['days', 'kinds', 'profiles', 'steps'] as const;
export type StatisticsTable = (typeof STATISTICS)[number];

/** One table of a call's statistics: for a spreadsheet in the reader's words, or open with codes. */
export async function statisticsCsv(
  { days, kinds, profiles, steps }: Statistics,
  table: StatisticsTable,
  { locale, open }: { locale: string; open: boolean },
): Promise<string> {
  const [t, kindsIn] = await Promise.all([
    translator(locale, 'statistics'),
    translator(locale, 'people.organisation.kinds'),
  ]);
  const head = (key: string) => (open ? key : t(`columns.${key}`));
  const write = <Row>(lines: Row[], columns: [string, CsvColumn<Row>['cell']][]) => {
    const described = columns.map(([key, cell]) => ({ header: head(key), cell }));
    return open ? openCsv(described, lines) : spreadsheetCsv(described, lines, { locale });
  };
  if (table === 'days')
    return write(days, [
      ['day', ({ day }) => ({ day: new Date(`${day}T00:00:00Z`) })],
      ['started', ({ started }) => started],
      ['received', ({ received }) => received],
    ]);
  if (table === 'kinds')
    return write(kinds, [
      ['kind', ({ kind }) => (open ? kind : kind === 'unknown' ? t('unknownKind') : kindsIn(kind))],
      ['files', ({ files }) => files],
      ['co_funded', ({ coFunded }) => coFunded],
    ]);
  if (table === 'profiles')
    return write(profiles, [
      ['profile', ({ value, label }) => (open ? value : inLanguage(label, locale))],
      ['seats', ({ seats }) => seats],
      ['files', ({ files }) => files],
    ]);
  return write(steps, [
    [
      'step',
      ({ id, title }) =>
        open ? id.replace('section:', 'section_') : title ? inLanguage(title, locale) : t(`steps.${id}`),
    ],
    ['files', ({ count }) => count],
  ]);
}
