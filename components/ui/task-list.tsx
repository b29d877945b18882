import type { ReactNode } from 'react';
import { Link } from './link';
import { Status, type StatusTone } from './status';

export type Task = {
  key: string;
  /** A verb and its object: « Décrire le projet ». */
  label: ReactNode;
  /** Absent: cannot be opened yet. */
  href?: string;
  hint?: ReactNode;
  status: ReactNode;
  tone?: StatusTone;
};

/** What is to be done, in order; the whole row is the link and the state is a word. */
export function TaskList({ label, tasks }: { label?: string; tasks: Task[] }) {
  return (
    <ul className="rows" aria-label={label}>
      {tasks.map((task) => (
        <li key={task.key} data-row-link={task.href ? '' : undefined}>
          <span>
            {task.href ? (
              <Link className="row-link" href={task.href} aria-describedby={`task-${task.key}`}>
                {task.label}
              </Link>
            ) : (
              <span className="text-ink-soft">{task.label}</span>
            )}
            {task.hint ? <span className="hint">{task.hint}</span> : null}
          </span>
          <span id={`task-${task.key}`}>
            <Status tone={task.tone}>{task.status}</Status>
          </span>
        </li>
      ))}
    </ul>
  );
}
