'use client';
import { useRef } from 'react';
import { hourText } from '@/components/ui/deadline';
import type { SaverState } from './draft-request';
import { useDraft } from './use-draft';

export type SaverTexts = Record<
  | 'idle'
  | 'saving'
  | 'saved'
  | 'failed'
  | 'offline'
  | 'adrift'
  | 'unsent'
  | 'retry'
  | 'closed'
  | 'signedOut'
  | 'conflict'
  | 'conflictHelp'
  | 'mine'
  | 'theirs'
  | 'keepMine'
  | 'takeTheirs',
  string
>;
type Props = { url: string; locale: string; texts: SaverTexts; labels: Record<string, string> };

/** Saves the form it stands in as it is typed, and always says where things stand. Without JavaScript the button saves. */
export function DraftSaver({ url, locale, texts, labels }: Props) {
  const anchor = useRef<HTMLDivElement>(null);
  const { state, retry, keepMine, takeTheirs } = useDraft(anchor, url);
  return (
    <div ref={anchor} className="my-3">
      <p className="quiet" role="status" data-saver={state.kind}>
        {sentence(state, texts, locale)}
      </p>
      {state.kind === 'failed' || state.kind === 'offline' || state.kind === 'unsent' ? (
        <button type="button" className="btn" data-kind="secondary" data-size="small" onClick={retry}>
          {texts.retry}
        </button>
      ) : null}
      {state.kind === 'conflict' ? (
        <section className="notice" data-tone="time" data-boxed="" aria-label={texts.conflict}>
          <p className="font-semibold">{texts.conflict}</p>
          <p>{texts.conflictHelp}</p>
          <div className="table-region">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col" />
                  <th scope="col">{texts.mine}</th>
                  <th scope="col">{texts.theirs}</th>
                </tr>
              </thead>
              <tbody>
                {state.differences.map((one) => (
                  <tr key={one.name}>
                    <th scope="row">{labels[one.name] ?? one.name}</th>
                    <td className="whitespace-pre-line">{one.mine}</td>
                    <td className="whitespace-pre-line">{one.theirs}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div className="btn-row">
            <button type="button" className="btn" data-size="small" onClick={keepMine}>
              {texts.keepMine}
            </button>
            <button type="button" className="btn" data-kind="secondary" data-size="small" onClick={takeTheirs}>
              {texts.takeTheirs}
            </button>
          </div>
        </section>
      ) : null}
    </div>
  );
}

function sentence(state: SaverState, texts: SaverTexts, locale: string): string {
  if (state.kind === 'saved') return texts.saved.replace('{time}', hourText(state.at, { locale }));
  return state.kind === 'conflict' ? texts.conflict : texts[state.kind];
}
