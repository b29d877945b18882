'use client';
import { Status, type StatusTone } from '@/components/ui/status';

/** A file of the deliberation in words, as those who follow read it. */
export type RoomWords = {
  id: string;
  /** The line of the quota, drawn above this file. */
  quota?: string;
  place: string;
  title: string;
  organisation: string;
  figures: string;
  state: string;
  reason: string;
  notes: string[];
};

/** Files in order, drawn from their words: a room of 150 reads them again after each move (DECISIONS, long lists). */
export function RoomRows({
  rows,
  states,
}: {
  rows: RoomWords[];
  states: Record<string, { tone?: StatusTone; word: string }>;
}) {
  return rows.map((row) => (
    <li key={row.id} id={`item-${row.id}`} className="block">
      {row.quota ? <p className="my-2 border-t-2 border-time pt-2 font-semibold text-time">{row.quota}</p> : null}
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <p>
          <strong className="figures">{row.place}</strong> · {row.title}{' '}
          <span className="quiet">{row.organisation}</span>
          <span className="hint block">{row.figures}</span>
        </p>
        <Status tone={states[row.state]?.tone}>{states[row.state]?.word}</Status>
      </div>
      {row.reason ? <p className="whitespace-pre-line">{row.reason}</p> : null}
      {row.notes.map((note, at) => (
        <p key={at} className="quiet whitespace-pre-line">
          {note}
        </p>
      ))}
    </li>
  ));
}
