import { type CsvColumn, spreadsheetCsv } from '@/lib/csv';
import { type Day, daysBetween, toDay } from '@/lib/dates';
import { rows } from '@/lib/db';
import { translator } from '@/lib/i18n/translator';
import { checklistsVisibleTo } from '@/lib/onboarding/policy';
import { delaysOf, type ItemDelay } from '@/lib/onboarding/queries/delays';
import { mayFollow } from '@/lib/onboarding/queries/progress';
import { type Bilingual, inLanguage } from '@/lib/onboarding/schema';
import { isClosed } from '@/lib/onboarding/states';
import type { Viewer } from '@/lib/viewer';

type Line = {
  challenge: string;
  host: string | null;
  section: string;
  title: Bilingual;
  about: string | null;
  doer: string;
  state: string;
  due_on: Date | null;
  closed_at: Date | null;
  by: string | null;
  note: string;
};

/** Every line of one list in one cohort, for a spreadsheet; a fellow's own answers (workstation needs) are left out. */
export async function checklistCsv(
  viewer: Viewer,
  at: { cohortSlug: string; templateKey: string },
  locale: string,
  today: Day,
): Promise<string | null> {
  if (!mayFollow(viewer)) return null;
  const scope = checklistsVisibleTo(viewer);
  const lines = await rows<Line>(
    `SELECT c.title AS challenge, o.name AS host, i.section_key AS section, COALESCE(f.name, s.profile) AS about, i.doer, i.state,
       i.due_on, i.closed_at, p.name AS by, i.note,
       (SELECT it->'title' FROM jsonb_path_query(l.definition, '$.sections[*].items[*]') it WHERE it->>'key' = i.item_key LIMIT 1) AS title
     FROM checklist_item i JOIN checklist l ON l.id = i.checklist_id JOIN challenge c ON c.id = l.challenge_id JOIN cohort h ON h.id = c.cohort_id
     LEFT JOIN organisation o ON o.id = c.host_id LEFT JOIN "position" s ON s.id = i.position_id
     LEFT JOIN person f ON f.id = s.fellow_id LEFT JOIN person p ON p.id = i.by_id
     WHERE h.slug = $4 AND l.template_key = $5 AND i.retired_at IS NULL
       AND ($1::boolean OR c.cohort_id = ANY($2::uuid[]) OR c.id = ANY($3::uuid[]))
     ORDER BY c.title, i.position, about`,
    [scope.all, scope.cohortIds, scope.challengeIds, at.cohortSlug, at.templateKey],
  );
  const t = await translator(locale, 'onboarding');
  const column = (key: string, cell: CsvColumn<Line>['cell']): CsvColumn<Line> => ({
    header: t(`export.${key}`),
    cell,
  });
  const late = (line: Line) => {
    if (!line.due_on) return null;
    const until = isClosed(line.state) ? (line.closed_at ? toDay(line.closed_at) : null) : today;
    return until ? Math.max(0, daysBetween(toDay(line.due_on), until)) : null;
  };
  return spreadsheetCsv(
    [
      column('challenge', (line) => line.challenge),
      column('host', (line) => line.host),
      column('item', (line) => inLanguage(line.title, locale)),
      column('about', (line) => line.about),
      column('doer', (line) => t(`doer.${line.doer}`)),
      column('state', (line) => t(`state.${line.state}`)),
      column('due', (line) => (line.due_on ? { day: line.due_on } : null)),
      column('closed', (line) => line.closed_at),
      column('late', late),
      column('by', (line) => line.by),
      column('note', (line) => line.note),
    ],
    lines,
    { locale },
  );
}

/** How late each item came, for a spreadsheet; null for those who do not follow. */
export async function delaysCsv(
  viewer: Viewer,
  templateKey: string,
  locale: string,
  today: Day,
): Promise<string | null> {
  const delays = await delaysOf(viewer, templateKey, today);
  if (!delays) return null;
  const t = await translator(locale, 'onboarding');
  const column = (key: string, cell: CsvColumn<ItemDelay>['cell']): CsvColumn<ItemDelay> => ({
    header: t(`delays.${key}`),
    cell,
  });
  return spreadsheetCsv(
    [
      column('item', (one) => inLanguage(one.title, locale)),
      column('doer', (one) => t(`doer.${one.doer}`)),
      column('challenges', (one) => one.challenges),
      column('due', (one) => one.due),
      column('onTime', (one) => one.onTime),
      column('closedLate', (one) => one.closedLate),
      column('stillOpen', (one) => one.stillOpen),
      column('blocked', (one) => one.blocked),
      column('median', (one) => one.medianLate),
    ],
    delays.items,
    { locale },
  );
}
