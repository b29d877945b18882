import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { redeemLinkAction } from '@/lib/auth/actions';
import { LocalPath } from '@/lib/auth/schema';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The token travels in this page's address only: it is not sent to others (Referrer-Policy) nor indexed. */
export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('confirm.title'), robots: { index: false } };
}

export default async function ConfirmSignInPage({ searchParams }: Props) {
  const t = await getTranslations('auth');
  const { token, next } = await searchParams;
  return (
    <Page title={t('confirm.title')} lead={t('confirm.lead')} width="narrow">
      <ActionForm action={redeemLinkAction} hidden={{ token: String(token ?? ''), next: LocalPath.parse(next ?? '') }}>
        <SubmitButton>{t('confirm.send')}</SubmitButton>
      </ActionForm>
    </Page>
  );
}
