import { getLocale, getTranslations } from 'next-intl/server';
import { DemoHint } from '@/components/auth/demo-hint';
import { OidcButton } from '@/components/auth/oidc-button';
import { Page } from '@/components/layout/page';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { TextInput } from '@/components/ui/text-input';
import { requestSignInAction } from '@/lib/auth/actions';
import { LocalPath } from '@/lib/auth/schema';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('signIn.title') };
}

export default async function SignInPage({ searchParams }: Props) {
  const t = await getTranslations('auth');
  const { next, error } = await searchParams;
  const after = LocalPath.parse(next ?? '');
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')} width="narrow">
      <DemoHint next={after} />
      <ActionForm action={requestSignInAction} hidden={{ next: after }}>
        <TextInput
          name="email"
          type="email"
          autoComplete="email"
          inputMode="email"
          label={t('signIn.email')}
          help={t('signIn.emailHelp')}
        />
        <SubmitButton>{t('signIn.send')}</SubmitButton>
      </ActionForm>
      <OidcButton locale={await getLocale()} next={after} failed={error !== undefined} />
    </Page>
  );
}
