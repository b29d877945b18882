import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { PostSkill, SkillList } from '@/components/support/skill-list';
import { SupportTabs } from '@/components/support/support-tabs';
import { SearchForm } from '@/components/ui/search-form';
import { requireSignIn } from '@/lib/auth/session';
import { isMember } from '@/lib/support/policy';
import { skillNotices } from '@/lib/support/queries/people';

type Props = { searchParams: Promise<{ q?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('support'))('skills.title') };
}

export default async function SkillsPage({ searchParams }: Props) {
  const viewer = await requireSignIn('/skills');
  if (!isMember(viewer)) notFound();
  const { q } = await searchParams;
  const word = typeof q === 'string' ? q : '';
  const all = await skillNotices(viewer, word);
  const t = await getTranslations('support.skills');
  return (
    <Page title={t('title')} home="today" lead={t('lead')}>
      <SupportTabs viewer={viewer} current="skills" />
      <SearchForm label={t('search')} submit={t('submit')} defaultValue={word} />
      <PostSkill />
      <SkillList title={t('offers')} rows={all.filter((one) => one.kind === 'offer')} />
      <SkillList title={t('asks')} rows={all.filter((one) => one.kind === 'ask')} />
    </Page>
  );
}
