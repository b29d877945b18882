'use client';
import { Button } from '@/components/ui/button';
import type { SaverState } from '@/lib/applications/draft-saver';

type Props = { state: SaverState; labels: Record<string, string>; retry: () => void };

/** Whether what is written is safe, always in view; spoken once a burst, and at once when something fails. */
export function SaveStatus({ state, labels, retry }: Props) {
  const failed = state.status === 'failed' || state.status === 'refused';
  return (
    <div className="save-status" data-tone={failed ? 'bad' : undefined}>
      <p aria-hidden={state.status === 'saved' || failed ? undefined : true} role="status">
        {sentence(state, labels)}
      </p>
      {failed ? (
        <Button kind="secondary" size="small" onClick={retry}>
          {labels.retry}
        </Button>
      ) : null}
    </div>
  );
}

function sentence(state: SaverState, labels: Record<string, string>): string {
  if (state.status === 'saved')
    return (labels.saved ?? '').replace('{time}', clock(state.savedAt, labels.locale ?? 'fr'));
  if (state.status === 'refused') return labels[state.reason] ?? labels.failed ?? '';
  return labels[state.status] ?? '';
}

/** « 14 h 02 », 14:02, on the reader's own clock. */
function clock(iso: string, locale: string): string {
  const date = new Date(iso);
  const minutes = String(date.getMinutes()).padStart(2, '0');
  return locale === 'en' ? `${date.getHours()}:${minutes}` : `${date.getHours()}\u202fh\u202f${minutes}`;
}
