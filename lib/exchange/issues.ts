import { compact } from './text';

/** Why a coordinator should look at a value. Each has its sentence in messages/<language>/exchange.json. */
export const reasons = [
  'unresolved_reference',
  'placeholder',
  'suspected_duplicate',
  'duplicate_record',
  'duplicate_key',
  'contradictory_date',
  'contradictory_cohort',
  'contradictory_role',
  'one_sided_link',
  'label_mismatch',
  'title_mismatch',
  'several_names',
  'unknown_value',
  'unknown_cohort',
  'missing_title',
  'no_front_matter',
  'malformed_yaml',
  'suspicious_file',
  'bad_address',
  'edited_here',
  'removed_here',
  'grants_rights',
] as const;
export type Reason = (typeof reasons)[number];

export type About = 'person' | 'challenge' | 'organisation' | 'cohort' | 'role' | 'file';

export type ImportIssue = {
  file: string;
  field: string;
  value: string;
  reason: Reason;
  /** What kind of record the value should be, and so what it can be linked to. */
  about: About;
  /** Key of the record the value was found on. */
  subject: string | null;
  /** The record it most looks like: its key, its name for people, and its id when it is in the database. */
  suggestion: { key: string; label: string; id?: string | null } | null;
};

/** What a coordinator chose for an issue; `target` is the record's id, `keys` what imports know it by. */
export type Choice = { act: 'link'; target: string; keys: readonly string[] } | { act: 'create' } | { act: 'ignore' };
export type Choices = ReadonlyMap<string, Choice>;

/** The same question asked again, by another snapshot or dialect, has the same fingerprint. */
export function fingerprint(issue: Pick<ImportIssue, 'reason' | 'about' | 'subject' | 'field' | 'value'>): string {
  const field = issue.field.replace(/\[\d+\]/g, '[]');
  return [issue.reason, issue.about, issue.subject ?? '', field, compact(issue.value) || issue.value].join('|');
}

/** Issues that name something missing: only these can be answered by linking to a record or creating one. */
export function canLink(reason: Reason): boolean {
  return reason === 'unresolved_reference' || reason === 'suspected_duplicate' || reason === 'placeholder';
}

/** Collects issues, answers those already chosen. */
export class Register {
  readonly issues: ImportIssue[] = [];
  private readonly seen = new Set<string>();

  constructor(private readonly choices: Choices = new Map()) {}

  /** The choice made earlier for this question; without one, the issue is listed. */
  ask(issue: Omit<ImportIssue, 'suggestion'> & { suggestion?: ImportIssue['suggestion'] }): Choice | null {
    const print = fingerprint(issue);
    const choice = this.choices.get(print);
    if (choice) return choice;
    // A word of a vocabulary is asked once for the whole site; anything else once where it stands.
    const once =
      issue.reason === 'unknown_value' && issue.subject === null ? print : `${print}|${issue.file}|${issue.field}`;
    if (!this.seen.has(once)) this.issues.push({ ...issue, suggestion: issue.suggestion ?? null });
    this.seen.add(once);
    return null;
  }

  /** Lists the issue of a record that cannot be read: no record comes out of it. */
  skip(issue: Parameters<Register['ask']>[0]): [] {
    this.ask(issue);
    return [];
  }
}
