import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { discardMailingAction, rewriteMailingAction, sendMailingAction } from '@/lib/applications/actions/mailing';
import type { MailingPage } from '@/lib/applications/queries/mailings';
import { MailingFields } from './mailing-fields';

/** Before it leaves: one box to tick, one button that says to how many; or another text, or nothing at all. */
export function MailingReview({ mailing, people }: { mailing: MailingPage; people: number }) {
  const t = useTranslations('mailing');
  const hidden = { mailingId: mailing.id, version: String(mailing.version) };
  return (
    <>
      {people > 0 ? (
        <ActionForm action={sendMailingAction} hidden={{ ...hidden, count: String(people) }} className="mt-6">
          <Checkbox name="sure" label={t('send.sure', { count: people })} />
          <SubmitButton>{t('send.now', { count: people })}</SubmitButton>
        </ActionForm>
      ) : null}
      <Details summary={t('send.change')}>
        <ActionForm action={rewriteMailingAction} hidden={hidden} key={mailing.version}>
          <MailingFields text={mailing} />
          <SubmitButton kind="secondary">{t('write.save')}</SubmitButton>
        </ActionForm>
      </Details>
      <ActionForm action={discardMailingAction} hidden={hidden} className="mt-4">
        <SubmitButton kind="quiet">{t('send.discard')}</SubmitButton>
      </ActionForm>
    </>
  );
}
