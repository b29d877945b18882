import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { SummaryList } from '@/components/ui/summary-list';
import { Moment } from '@/components/ui/time';
import { acceptTransferAction, endTransferAction } from '@/lib/applications/actions';

type Transfer = {
  id: string;
  by: string;
  createdAt: Date;
  application: { title: string; call: { title: string } };
};

/** What is proposed, what accepting means, and the two answers. */
export function TransferAnswer({ transfer }: { transfer: Transfer }) {
  const t = useTranslations('applications');
  const { title, call } = transfer.application;
  const hidden = { transferId: transfer.id };
  return (
    <>
      <SummaryList
        items={[
          { key: 'project', label: t('transfer.project'), value: title || t('untitled') },
          { key: 'call', label: t('transfer.call'), value: call.title },
          { key: 'since', label: t('transfer.since'), value: <Moment date={transfer.createdAt} /> },
        ]}
      />
      <p className="my-6">{t('transfer.means', { by: transfer.by })}</p>
      <ActionForm action={acceptTransferAction} hidden={hidden}>
        <SubmitButton>{t('transfer.accept')}</SubmitButton>
      </ActionForm>
      <ActionForm action={endTransferAction} hidden={hidden} className="mt-4">
        <SubmitButton kind="quiet">{t('transfer.decline')}</SubmitButton>
      </ActionForm>
    </>
  );
}
