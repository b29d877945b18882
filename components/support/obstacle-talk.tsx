import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Link } from '@/components/ui/link';
import { Textarea } from '@/components/ui/textarea';
import { Moment } from '@/components/ui/time';
import { writeToObstacleAction } from '@/lib/support/actions/obstacles';
import type { ObstacleView, Suggestion } from '@/lib/support/queries/obstacles';

const hrefOf = (one: Suggestion, challenge: string | null): string | null => {
  if (one.kind === 'resource') return `/resources/${one.id}`;
  if (one.kind === 'obstacle') return `/obstacles/${one.id}`;
  if (one.kind === 'story') return null;
  return `/introductions/new?to=${one.id}${challenge ? `&challenge=${challenge}` : ''}`;
};

/** Who and what can help, found by family, administration and words. */
export function ObstacleHelp({ help, challenge }: { help: Suggestion[]; challenge: string | null }) {
  const t = useTranslations('support.obstacle');
  return (
    <section aria-labelledby="help" className="mt-8">
      <h2 id="help">{t('help')}</h2>
      {help.length === 0 ? <p className="quiet mt-2">{t('noHelp')}</p> : null}
      <ul className="rows">
        {help.map((one) => {
          const href = hrefOf(one, challenge);
          return (
            <li key={`${one.kind} ${one.id}`} data-row-link={href ? '' : undefined}>
              <span>
                {href ? (
                  <Link className="row-link" href={href}>
                    {one.title}
                  </Link>
                ) : (
                  <strong>{one.title}</strong>
                )}
                <span className="hint">{href ? one.detail.slice(0, 240) : one.detail}</span>
              </span>
              <span className="quiet">{t(`helpKind.${one.kind}`)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function ObstacleTalk({ obstacle }: { obstacle: ObstacleView }) {
  const t = useTranslations('support.obstacle');
  return (
    <section aria-labelledby="messages" className="mt-8">
      <h2 id="messages">{t('messages')}</h2>
      <ul className="rows">
        {obstacle.messages.map((one) => (
          <li key={one.id}>
            <div>
              <p className="whitespace-pre-line">{one.text}</p>
              <p className="hint">
                {one.by} · <Moment date={new Date(one.at)} />
              </p>
            </div>
          </li>
        ))}
      </ul>
      <ActionForm action={writeToObstacleAction} hidden={{ id: obstacle.id }} resetOnDone>
        <Textarea name="text" label={t('message')} limit={{ characters: 4000 }} />
        <SubmitButton kind="secondary">{t('send')}</SubmitButton>
      </ActionForm>
    </section>
  );
}
