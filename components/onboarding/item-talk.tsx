import { useTranslations } from 'next-intl';
import { AnswerText } from '@/components/onboarding/answer-text';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Textarea } from '@/components/ui/textarea';
import { Moment } from '@/components/ui/time';
import { Timeline } from '@/components/ui/timeline';
import { commentItemAction } from '@/lib/onboarding/actions';
import type { ItemView } from '@/lib/onboarding/queries/items';
import type { State } from '@/lib/onboarding/states';

/** Messages about an item, then everything that was answered, newest first. */
export function ItemTalk({ item }: { item: ItemView }) {
  const t = useTranslations('onboarding');
  const hidden = { id: item.id, challenge: item.challenge.slug, list: item.list.templateKey };
  return (
    <>
      <section aria-labelledby="comments" className="mt-10">
        <h2 id="comments">{t('comments.title')}</h2>
        {item.comments.length === 0 ? <p className="quiet mt-2">{t('comments.none')}</p> : null}
        <ul className="rows">
          {item.comments.map((comment) => (
            <li key={comment.id}>
              <div>
                <p className="whitespace-pre-line">{comment.text}</p>
                <p className="hint">
                  {comment.by ?? t('history.nobody')} · <Moment date={comment.at} />
                </p>
              </div>
            </li>
          ))}
        </ul>
        {item.may.comment ? (
          <ActionForm action={commentItemAction} hidden={hidden} resetOnDone>
            <Textarea name="text" label={t('comments.text')} limit={{ characters: 4000 }} />
            <SubmitButton kind="secondary">{t('comments.send')}</SubmitButton>
          </ActionForm>
        ) : null}
      </section>
      <section className="mt-6">
        <Details summary={t('history.title')} wide>
          {item.revisions.length === 0 ? <p>{t('history.none')}</p> : null}
          <Timeline
            label={t('history.title')}
            events={item.revisions.map((one) => ({
              key: one.id,
              date: one.at,
              title: t(`state.${one.state as State}`),
              by: one.outside ? t('history.outside', { name: one.outside }) : (one.by ?? t('history.nobody')),
              body: (
                <>
                  <AnswerText definition={item.definition} answer={one.answer} />
                  {one.note ? <p className="whitespace-pre-line">{one.note}</p> : null}
                </>
              ),
            }))}
          />
        </Details>
      </section>
    </>
  );
}
