import { entriesOf } from '@/components/calls/live-conditions';
import type { DraftSaver } from '@/lib/applications/draft-saver';
import { sendBatch } from './draft-request';
import { fillField } from './form-entries';
import { leftWords, takeWord } from './kept-words';

type Place = { url: string; who: string; own: DraftSaver; refresh: () => void };

/**
 * Puts back what pages that are gone left unsaved in the fields of this one, and when they left it. It is saved over what
 * it was typed over: a change made elsewhere meanwhile shows both texts.
 */
export async function restore(form: HTMLFormElement, { url, who, own, refresh }: Place): Promise<Date | null> {
  let at: Date | null = null;
  for (const [key, left] of await leftWords(who, url)) {
    for (const [field, owed] of Object.entries(left.fields)) {
      if (!form.querySelector(`[name="${field}"],[name^="${field}."],[name^="${field}["]`)) continue;
      // Typed again meanwhile, or left by a newer page: the older words wait for their turn.
      if (own.owed.includes(field)) continue;
      if (JSON.stringify(entriesOf(form, field)) !== JSON.stringify(owed.entries)) {
        if (fillField(form, field, owed.entries)) {
          own.resume(field, owed);
          at ??= new Date(left.at);
        } else {
          // A row that is not in the page any more: the server puts it back, then the page shows it.
          const sent = await sendBatch(url, { fields: { [field]: owed } });
          if (sent.kind !== 'saved') continue;
          refresh();
        }
      }
      takeWord(key, field);
    }
  }
  return at;
}
