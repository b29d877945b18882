import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Link } from '@/components/ui/link';
import { Textarea } from '@/components/ui/textarea';
import { Moment } from '@/components/ui/time';
import { writeToObstacleAction } from '@/lib/support/actions/obstacles';
import type { ObstacleView, Suggestion } from '@/lib/support/queries/obstacles';

const HREFS: Record<Suggestion['kind'], string> = { resource: '/resources', obstacle: '/obstacles', person: '/people' };

/** Who and what can help, found by family, administration and words. */
export function ObstacleHelp({ help }: { help: Suggestion[] }) {
  const t = useTranslations('support.obstacle');
  return (
    <section aria-labelledby="help" className="mt-8">
      <h2 id="help">{t('help')}</h2>
      {help.length === 0 ? <p className="quiet mt-2">{t('noHelp')}</p> : null}
      <ul className="rows">
        {help.map((one) => (
          <li key={`${one.kind} ${one.id} ${one.detail}`} data-row-link="">
            <span>
              <Link className="row-link" href={`${HREFS[one.kind]}/${one.id}`}>
                {one.title}
              </Link>
              <span className="hint">{one.detail.slice(0, 240)}</span>
            </span>
            <span className="quiet">{t(`helpKind.${one.kind}`)}</span>
          </li>
        ))}
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
