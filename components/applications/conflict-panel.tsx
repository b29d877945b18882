'use client';
import type { RefObject } from 'react';
import { Button } from '@/components/ui/button';
import type { DraftSaver } from '@/lib/applications/draft-saver';
import type { Answer } from '@/lib/calls/answers';
import type { Conflict } from '@/lib/calls/merge';

type Props = {
  conflicts: Conflict[];
  labels: Record<string, string>;
  fieldLabels: Record<string, string>;
  form: RefObject<HTMLFormElement | null>;
  /** Null when the form was posted: the buttons then post it again. */
  saver: RefObject<DraftSaver | null> | null;
};

/** Somebody else, or another tab, changed the same answer: both texts, and one chooses. */
export function ConflictPanel({ conflicts, labels, fieldLabels, form, saver }: Props) {
  if (conflicts.length === 0) return null;
  const fields = [...new Set(conflicts.map((one) => one.field))];
  return (
    // biome-ignore lint/a11y/noAutofocus: posted without JavaScript, this is what moves the reader to the two texts.
    <section className="error-summary" role="alert" tabIndex={-1} autoFocus={!saver} aria-labelledby="conflict-title">
      <h2 id="conflict-title">{labels.conflictTitle}</h2>
      <p className="mt-2">{labels.conflictText}</p>
      {conflicts.map((conflict) => (
        <div className="conflict" key={conflict.path}>
          <h3>{nameOf(conflict.path, fieldLabels)}</h3>
          <dl>
            <dt>{labels.theirs}</dt>
            <dd>{readable(conflict, conflict.theirs, labels, fieldLabels) || labels.nothing}</dd>
            <dt>{labels.mine}</dt>
            <dd>{readable(conflict, conflict.mine, labels, fieldLabels) || labels.nothing}</dd>
          </dl>
          {saver ? (
            <p className="btn-row">
              <Button kind="secondary" size="small" onClick={() => saver.current?.keepMine(conflict.field)}>
                {labels.keepMine}
              </Button>
              <Button kind="secondary" size="small" onClick={() => take(conflict, form.current, saver.current)}>
                {labels.takeTheirs}
              </Button>
            </p>
          ) : null}
        </div>
      ))}
      {saver ? null : (
        <p className="btn-row mt-4">
          <button className="btn" data-kind="secondary" type="submit" name="intent" value="continue">
            {labels.keepMine}
          </button>
          <button
            className="btn"
            data-kind="secondary"
            type="submit"
            name="intent"
            value={`theirs:${fields.join(',')}`}
          >
            {labels.takeTheirs}
          </button>
        </p>
      )}
    </section>
  );
}

/** `team#k1.role` → « Équipe : fonction ». */
function nameOf(path: string, names: Record<string, string>): string {
  const plain = path.replace(/#\w+/, '');
  const root = plain.split('.')[0] ?? plain;
  const inner = plain === root ? undefined : names[plain];
  return [names[root] ?? root, inner].filter(Boolean).join(' : ');
}

/** What stands in an answer as people said it: the option's label, yes or no, each part on its line. */
function readable(
  { path }: Conflict,
  answer: Answer | undefined,
  labels: Record<string, string>,
  names: Record<string, string>,
): string {
  if (answer === undefined) return '';
  if (typeof answer === 'boolean') return (answer ? labels.yes : labels.no) ?? '';
  if (typeof answer === 'object') return Object.values(answer).map(String).join('\n');
  return names[`${path.replace(/#\w+/, '')}=${answer}`] ?? String(answer);
}

/** A text goes into its control; anything else is shown by loading the page again. */
function take(conflict: Conflict, form: HTMLFormElement | null, saver: DraftSaver | null): void {
  const control = form?.elements.namedItem(conflict.path);
  const text = typeof conflict.theirs === 'string' || conflict.theirs === undefined;
  saver?.takeTheirs(conflict.field);
  if (text && (control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement))
    control.value = String(conflict.theirs ?? '');
  else window.location.reload();
}
