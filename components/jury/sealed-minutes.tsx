import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Moment } from '@/components/ui/time';
import { signMinutesAction } from '@/lib/jury/actions/deliberation';
import type { MinutesContent } from '@/lib/jury/minutes';
import type { Sealed } from '@/lib/jury/queries/minutes';
import { MinutesSheet } from './minutes-sheet';

/** Sealed minutes: their digest, the files to give away, the signatures, and the text itself. */
export function SealedMinutes({ minutes, viewerId }: { minutes: Sealed; viewerId: string }) {
  const t = useTranslations('jury.minutes');
  const signed = minutes.signatures.some(({ personId }) => personId === viewerId);
  return (
    <section aria-labelledby={`minutes-${minutes.id}`}>
      <h2 id={`minutes-${minutes.id}`}>{t('number', { number: minutes.number })}</h2>
      <Notice tone="good">
        {t('sealedOn')} <Moment date={minutes.sealedAt} />. {t('digest')}{' '}
        <code className="break-all">{minutes.digest}</code>
      </Notice>
      <p className="btn-row">
        <a className="btn" data-kind="secondary" href={`/api/jury/minutes/${minutes.id}/pdf`}>
          {t('pdf')}
        </a>
        <a className="btn" data-kind="secondary" href={`/api/jury/minutes/${minutes.id}/json`}>
          {t('json')}
        </a>
      </p>
      <h3>{t('signatures')}</h3>
      {minutes.signatures.length ? (
        <ul>
          {minutes.signatures.map((one) => (
            <li key={one.personId}>
              {one.name}, <Moment date={new Date(one.signedAt)} />
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('unsigned')}</p>
      )}
      {signed ? null : (
        <ActionForm action={signMinutesAction} hidden={{ minutesId: minutes.id, digest: minutes.digest }}>
          <SubmitButton kind="secondary">{t('sign')}</SubmitButton>
        </ActionForm>
      )}
      <MinutesSheet content={JSON.parse(minutes.content) as MinutesContent} />
    </section>
  );
}
