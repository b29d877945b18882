import { useTranslations } from 'next-intl';
import { MentionTextarea } from '@/components/applications/mention-textarea';
import { SeenMark } from '@/components/applications/seen-mark';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/status';
import { Moment } from '@/components/ui/time';
import { removeNoteAction, seeMentionsAction, writeNoteAction } from '@/lib/applications/actions/correspondence';
import type { Colleague } from '@/lib/applications/mentions';
import type { Note } from '@/lib/applications/queries/talk';

/** What the coordination says among itself about a file; @ calls a colleague. */
export function Notes({ applicationId, notes, people }: { applicationId: string; notes: Note[]; people: Colleague[] }) {
  const t = useTranslations('correspondence.notes');
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{t('title')}</h2>
      <p className="quiet">{t('lead')}</p>
      <ActionForm action={writeNoteAction} hidden={{ applicationId }} resetOnDone className="no-print">
        <MentionTextarea
          id="note-body"
          name="body"
          label={t('body')}
          help={t('help')}
          people={people}
          listLabel={t('colleagues')}
          rows={3}
        />
        <SubmitButton kind="secondary">{t('send')}</SubmitButton>
      </ActionForm>
      {notes.some(({ callsMe }) => callsMe) ? (
        <SeenMark action={seeMentionsAction} applicationId={applicationId} label={t('seen')} />
      ) : null}
      <ul className="rows mt-4">
        {notes.map((note) => (
          <li key={note.id} className="block">
            {note.removed ? (
              <p className="quiet">{t('removed', { by: note.by })}</p>
            ) : (
              <p className="whitespace-pre-wrap wrap-anywhere">{note.body}</p>
            )}
            <p className="quiet">
              {note.by}, <Moment date={note.createdAt} />{' '}
              {note.callsMe ? <Badge tone="time">{t('callsYou')}</Badge> : null}
            </p>
            {note.mine && !note.removed ? (
              <ActionForm action={removeNoteAction} hidden={{ noteId: note.id }}>
                <SubmitButton kind="quiet" size="small">
                  {t('remove')}
                </SubmitButton>
              </ActionForm>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
