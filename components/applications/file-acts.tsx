import { useNow, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import { discardDraftAction, restoreApplicationAction, withdrawApplicationAction } from '@/lib/applications/actions';
import type { ApplicationFile } from '@/lib/applications/queries';
import { mayMove } from '@/lib/applications/states';
import { callState } from '@/lib/calls/states';

/** What is done rarely: share the file, ask a question, withdraw or erase it, saying first what that does. */
export function FileActs({ file }: { file: ApplicationFile }) {
  const t = useTranslations('applications.acts');
  const owner = file.right === 'owner';
  const open = callState(file.call, useNow()) !== 'closed';
  const hidden = { applicationId: file.id };
  return (
    <section aria-labelledby="acts" className="mt-12">
      <h2 id="acts">{t('title')}</h2>
      <ul className="my-4 list-disc ps-6">
        <li>
          <Link href={`/my-applications/${file.id}/members`}>{t('members', { count: file.members.length })}</Link>
        </li>
        <li>
          {t.rich('ask', { mail: () => <a href={`mailto:${file.call.contactEmail}`}>{file.call.contactEmail}</a> })}
        </li>
      </ul>
      {owner && mayMove(file.state, 'withdrawn') ? (
        <Details summary={t('withdraw')}>
          <p>{t(open ? 'withdrawText' : 'withdrawLate')}</p>
          <ActionForm action={withdrawApplicationAction} hidden={hidden}>
            <SubmitButton kind="danger">{t('withdrawNow')}</SubmitButton>
          </ActionForm>
        </Details>
      ) : null}
      {owner && file.state === 'withdrawn' && open ? (
        <>
          <p>{t('restoreText')}</p>
          <ActionForm action={restoreApplicationAction} hidden={hidden}>
            <SubmitButton kind="secondary">{t('restore')}</SubmitButton>
          </ActionForm>
        </>
      ) : null}
      {owner && file.state === 'draft' && file.submissions.length === 0 ? (
        <Details summary={t('discard')}>
          <p>{t('discardText')}</p>
          <ActionForm action={discardDraftAction} hidden={hidden}>
            <SubmitButton kind="danger">{t('discardNow')}</SubmitButton>
          </ActionForm>
        </Details>
      ) : null}
    </section>
  );
}
