import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Page } from '@/components/layout/page';
import { PersonLinks } from '@/components/people/person-links';
import { RoleHistory } from '@/components/people/role-history';
import { Avatar } from '@/components/ui/avatar';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { Markdown } from '@/components/ui/markdown';
import { Notice } from '@/components/ui/notice';
import { Tag, Tags } from '@/components/ui/tag';
import { currentViewer } from '@/lib/auth/session';
import { ownPicture } from '@/lib/people/pictures';
import { personBySlug } from '@/lib/people/queries';

type Props = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => personBySlug(await currentViewer(), slug));

export async function generateMetadata({ params }: Props) {
  const person = await load((await params).slug);
  return person ? { title: person.name, robots: person.visibility === 'public' ? undefined : { index: false } } : {};
}

export default async function PersonPage({ params }: Props) {
  const person = await load((await params).slug);
  if (!person) notFound();
  const t = await getTranslations('people');
  const crumbs = [{ label: t('home'), href: '/' }, { label: t('list.title'), href: '/people' }, { label: person.name }];
  return (
    <Page title={person.name} lead={person.headline || undefined} breadcrumbs={<Breadcrumbs items={crumbs} />}>
      {person.alumni ? <p className="quiet">{t('page.alumni')}</p> : null}
      {person.visibility === 'public' ? null : <Notice>{t(`page.shown.${person.visibility}`)}</Notice>}
      <Avatar name={person.name} src={ownPicture(person.photoUrl)} size="large" />
      {person.bio ? <Markdown text={person.bio} /> : null}
      {person.organisations.length ? (
        <p className="mt-4">
          {person.organisations.map((organisation) => (
            <Link key={organisation.slug} className="link mr-4" href={`/organisations/${organisation.slug}`}>
              {organisation.name}
            </Link>
          ))}
        </p>
      ) : null}
      {person.skills.length ? (
        <div className="mt-4">
          <Tags label={t('page.skills')}>
            {person.skills.map((skill) => (
              <Tag key={skill}>{skill}</Tag>
            ))}
          </Tags>
        </div>
      ) : null}
      <RoleHistory roles={person.roles} />
      <PersonLinks links={person.links} />
    </Page>
  );
}
