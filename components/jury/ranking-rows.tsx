'use client';
import { Status, type StatusTone } from '@/components/ui/status';

/** A file of the ranking in words: everything is already said in the reader's language. */
export type RankedWords = {
  id: string;
  title: string;
  rank: string;
  /** What a formula of the coordination's own gives. */
  value?: string;
  mean: string;
  spread: string;
  marks: string;
  disputed?: true;
  received: string;
  favourites: string;
  state: string;
};

type Props = {
  rows: RankedWords[];
  /** Address of the files, before their identifier. */
  base: string;
  states: Record<string, { tone?: StatusTone; word: string }>;
  disputed: string;
};

/** The rows of the ranking, drawn from their words: three hundred files are written once (DECISIONS, long lists). */
export function RankingRows({ rows, base, states, disputed }: Props) {
  return rows.map((row) => (
    <tr key={row.id} data-row-link="">
      <th scope="row" data-lead="">
        <a className="row-link" href={base + row.id} data-soft="">
          {row.title}
        </a>
      </th>
      <td data-align="end">{row.rank}</td>
      {row.value === undefined ? null : <td data-align="end">{row.value}</td>}
      <td data-align="end">
        <strong>{row.mean}</strong>
      </td>
      <td data-align="end">{row.spread}</td>
      <td>
        <span className="figures">{row.marks}</span>
        {row.disputed ? <span className="badge ml-2">{disputed}</span> : null}
      </td>
      <td data-align="end">{row.received}</td>
      <td data-align="end">{row.favourites}</td>
      <td>
        <Status tone={states[row.state]?.tone}>{states[row.state]?.word}</Status>
      </td>
    </tr>
  ));
}
