import { getTranslations } from 'next-intl/server';
import { DemoMailboxLink } from '@/components/auth/demo-hint';
import { Page } from '@/components/layout/page';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Link } from '@/components/ui/link';
import { TextInput } from '@/components/ui/text-input';
import { redeemCodeAction } from '@/lib/auth/actions';
import { LocalPath } from '@/lib/auth/schema';
import { redirect } from '@/lib/i18n/navigation';
import { Email } from '@/lib/people/email';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('code.title') };
}

export default async function SignInCodePage({ params, searchParams }: Props) {
  const t = await getTranslations('auth');
  const { next, email } = await searchParams;
  const after = LocalPath.parse(next ?? '');
  const address = Email.safeParse(email);
  if (!address.success) return redirect({ href: '/sign-in', locale: (await params).locale });
  return (
    <Page title={t('code.title')} lead={t('code.lead', { email: address.data })} width="narrow">
      <ActionForm action={redeemCodeAction} hidden={{ email: address.data, next: after }}>
        <TextInput
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
          label={t('code.code')}
          help={t('code.codeHelp')}
        />
        <SubmitButton>{t('code.send')}</SubmitButton>
      </ActionForm>
      <p>
        <Link href={after ? `/sign-in?next=${encodeURIComponent(after)}` : '/sign-in'}>{t('code.again')}</Link>
      </p>
      <DemoMailboxLink />
    </Page>
  );
}
