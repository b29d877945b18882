import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Textarea } from '@/components/ui/textarea';
import { requireSignIn } from '@/lib/auth/session';
import { askIntroductionAction } from '@/lib/support/actions/challenge';
import { personToMeet } from '@/lib/support/queries/people';
import { Slug } from '@/lib/support/schema';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('support'))('introductions.title') };
}

export default async function NewIntroductionPage({ searchParams }: Props) {
  const { to, challenge } = await searchParams;
  const viewer = await requireSignIn('/introductions');
  const person = typeof to === 'string' ? await personToMeet(viewer, to) : null;
  if (!person) notFound();
  const t = await getTranslations('support.introductions');
  const about = Slug.safeParse(challenge);
  return (
    <Page
      title={t('askTitle', { name: person.name })}
      home="today"
      lead={t('askLead', { name: person.name })}
      width="narrow"
    >
      <ActionForm
        action={askIntroductionAction}
        hidden={{ to: person.slug, ...(about.success ? { challenge: about.data } : {}) }}
      >
        <Textarea name="message" label={t('message')} help={t('messageHelp')} limit={{ characters: 2000 }} />
        <SubmitButton>{t('send')}</SubmitButton>
      </ActionForm>
    </Page>
  );
}
