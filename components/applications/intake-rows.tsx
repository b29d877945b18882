'use client';
import { Badge, Status, type StatusTone } from '@/components/ui/status';

type Said = { tone: StatusTone; word: string };

/** A row of the board in words: everything is already said in the reader's language. */
export type IntakeWords = {
  id: string;
  href: string;
  choose: string;
  title: string;
  organisation: string;
  reference: string | null;
  labels: string[];
  similar?: { href: string; text: string };
  state: Said;
  progress: string;
  /** Null when nothing is awaited. */
  next: Said | null;
  due?: { iso: string; text: string; exact: string; presses: boolean };
  instructor: string | null;
  profiles: string;
  funding: string;
  received: string;
};

type Props = {
  rows: IntakeWords[];
  columns: Record<'state' | 'next' | 'instructor' | 'asked' | 'received', string>;
  nothing: string;
  nobody: string;
};

/**
 * The rows of the board, drawn from their words. A leaf of the browser only so that the server draws them once: rendered by
 * a server component, each element of fifty rows is written twice, as HTML and as the tree that React takes up again.
 */
export function IntakeRows({ rows, columns, nothing, nobody }: Props) {
  return rows.map((row) => (
    <tr key={row.id} data-row-link="">
      <td>
        <label className="tick">
          <input type="checkbox" name="ids" value={row.id} />
          <span className="hidden-text">{row.choose}</span>
        </label>
      </td>
      <th scope="row" data-lead="" className="sm:w-2/5">
        <a className="row-link" href={row.href} data-soft="">
          {row.title}
        </a>
        <span className="block font-normal">{row.organisation}</span>
        <span className="quiet block font-normal">{row.reference}</span>
        {row.labels.length > 0 ? (
          <span className="mt-1 flex flex-wrap gap-1">
            {row.labels.map((label) => (
              <Badge key={label}>{label}</Badge>
            ))}
          </span>
        ) : null}
        {row.similar ? (
          <span className="block text-sm font-normal">
            <a className="link" href={row.similar.href} data-soft="">
              {row.similar.text}
            </a>
          </span>
        ) : null}
      </th>
      <td data-label={columns.state}>
        <span>
          <Status tone={row.state.tone}>{row.state.word}</Status>
          <span className="quiet block">{row.progress}</span>
        </span>
      </td>
      <td data-label={columns.next}>
        <span>
          {row.next ? <Status tone={row.next.tone}>{row.next.word}</Status> : <span className="quiet">{nothing}</span>}
          {row.due ? (
            <time
              dateTime={row.due.iso}
              title={row.due.exact}
              className={row.due.presses ? 'block font-semibold text-time' : 'quiet block'}
            >
              {row.due.text}
            </time>
          ) : null}
        </span>
      </td>
      <td data-label={columns.instructor}>{row.instructor ?? <span className="quiet">{nobody}</span>}</td>
      <td data-label={columns.asked}>
        <span>
          {row.profiles}
          <span className="quiet block">{row.funding}</span>
        </span>
      </td>
      <td className="figures" data-label={columns.received}>
        {row.received}
      </td>
    </tr>
  ));
}
