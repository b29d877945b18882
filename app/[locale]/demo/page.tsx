import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Link } from '@/components/ui/link';
import { demoSignInAction } from '@/lib/auth/actions';
import { demoCast } from '@/lib/auth/demo';
import { LocalPath } from '@/lib/auth/schema';
import { visitor } from '@/lib/viewer';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('demo'))('cast.title'), robots: { index: false } };
}

/** One click a person; does not exist outside the demo. */
export default async function DemoCastPage({ searchParams }: Props) {
  const cast = await demoCast(visitor);
  if (!cast) notFound();
  const t = await getTranslations('demo');
  const next = LocalPath.parse((await searchParams).next ?? '');
  return (
    <Page title={t('cast.title')} lead={t('cast.lead')} width="narrow">
      {cast.length === 0 ? <p>{t('cast.empty')}</p> : null}
      <ul className="cast">
        {cast.map((person) => (
          <li key={person.id}>
            <div>
              <strong>{person.name}</strong>, {t(`roles.${person.kind}` as 'roles.juror')}
              <p className="quiet">{person.headline}</p>
            </div>
            <ActionForm action={demoSignInAction} hidden={{ personId: person.id, next }}>
              <SubmitButton kind="secondary" size="small">
                {t('cast.enter', { name: person.name })}
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      <p>
        <Link href="/demo/mailbox">{t('mailbox.open')}</Link>
      </p>
    </Page>
  );
}
