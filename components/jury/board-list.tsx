import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Status } from '@/components/ui/status';
import { Textarea } from '@/components/ui/textarea';
import type { ApplicationState } from '@/lib/applications/states';
import { noteDiscussionAction } from '@/lib/jury/actions/deliberation';
import type { Board, BoardItem } from '@/lib/jury/queries/board';
import { DecisionForm } from './decision-form';
import { STATE_TONES } from './ranking-table';
import { quotaAt, useFigures } from './room-list';

/** Files in order, the quota drawn across, what was said of each; those who decide do it in place. */
export function BoardList({ board }: { board: Board }) {
  const t = useTranslations('jury.board');
  const line = quotaAt(board);
  return (
    <ol className="rows">
      {board.items.map((item, index) => (
        <li key={item.id} id={`item-${item.id}`} className="block">
          {line === index ? (
            <p className="my-2 border-t-2 border-time pt-2 font-semibold text-time">{t('quota', { count: line })}</p>
          ) : null}
          <Head item={item} />
          {item.reason ? <p className="whitespace-pre-line">{item.reason}</p> : null}
          {item.notes.map((note) => (
            <p key={note.id} className="quiet whitespace-pre-line">
              {t('said', { by: note.by })} {note.text}
            </p>
          ))}
          {board.decides ? <Acts board={board} item={item} /> : null}
        </li>
      ))}
    </ol>
  );
}

function Head({ item }: { item: BoardItem }) {
  const t = useTranslations('jury');
  const states = useTranslations('applications.states');
  const figures = useFigures();
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6">
      <p>
        <strong className="figures">
          {item.place ?? '—'}
          {item.place !== null && item.tiedWith ? ` ${t('ranking.tie')}` : ''}
        </strong>{' '}
        · {item.title} <span className="quiet">{item.organisation}</span>
        <span className="hint block">{figures(item)}</span>
      </p>
      <Status tone={STATE_TONES[item.state]}>{states(item.state as 'eligible')}</Status>
    </div>
  );
}

function Acts({ board, item }: { board: Board; item: BoardItem }) {
  const t = useTranslations('jury.board');
  return (
    <Details summary={t('act')}>
      <DecisionForm
        stageId={board.id}
        applicationId={item.id}
        state={item.state as ApplicationState}
        reason={item.reason}
        kind={board.rubric.stage}
        published={board.resultsPublishedAt !== null}
        back="deliberation"
      />
      <ActionForm
        action={noteDiscussionAction}
        hidden={{ stageId: board.id, applicationId: item.id }}
        className="mt-6"
        resetOnDone
      >
        <Textarea id={`note-${item.id}`} name="text" label={t('note')} rows={2} />
        <SubmitButton kind="secondary">{t('addNote')}</SubmitButton>
      </ActionForm>
    </Details>
  );
}
