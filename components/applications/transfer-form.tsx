import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { Moment } from '@/components/ui/time';
import { endTransferAction, proposeTransferAction } from '@/lib/applications/actions';

type Props = { applicationId: string; waiting: { id: string; toEmail: string; createdAt: Date } | null };

/** Handing the file over to somebody else; while a proposal waits, calling it back. */
export function TransferForm({ applicationId, waiting }: Props) {
  const t = useTranslations('applications.transfer');
  if (waiting) {
    return (
      <Notice tone="info" boxed>
        <p>{t.rich('waits', { email: waiting.toEmail, date: () => <Moment date={waiting.createdAt} /> })}</p>
        <ActionForm action={endTransferAction} hidden={{ transferId: waiting.id }} className="mt-3">
          <SubmitButton kind="secondary" size="small">
            {t('callBack')}
          </SubmitButton>
        </ActionForm>
      </Notice>
    );
  }
  return (
    <div className="mt-8">
      <Details summary={t('title')}>
        <p className="mb-4">{t('text')}</p>
        <ActionForm action={proposeTransferAction} hidden={{ applicationId }}>
          <TextInput
            id="transfer-email"
            name="email"
            type="email"
            inputMode="email"
            autoComplete="off"
            label={t('email')}
          />
          <SubmitButton kind="secondary">{t('propose')}</SubmitButton>
        </ActionForm>
      </Details>
    </div>
  );
}
