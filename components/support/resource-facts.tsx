import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button';
import { Radios } from '@/components/ui/choices';
import { dayText } from '@/components/ui/deadline';
import { Details } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { rateResourceAction, shelveResourceAction } from '@/lib/support/actions/resources';
import type { ResourceVersionView, ResourceView } from '@/lib/support/queries/resources';

/** « Cela vous a-t-il aidé ? » */
export function ResourceOpinion({ resource }: { resource: ResourceView }) {
  const t = useTranslations('support.resource');
  if (!resource.publishedAt) return null;
  const already = resource.myAnswer === null ? null : t('already', { answer: resource.myAnswer ? t('yes') : t('no') });
  return (
    <section aria-labelledby="useful" className="mt-10 print:hidden">
      <h2 id="useful">{t('useful')}</h2>
      {already ? <p className="quiet mt-2">{already}</p> : null}
      <ActionForm action={rateResourceAction} hidden={{ slug: resource.slug }} className="mt-2">
        <Radios
          name="helped"
          label={t('opinion')}
          inline
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
        />
        <TextInput name="comment" label={t('comment')} optional maxLength={1000} />
        <SubmitButton kind="secondary">{t('rate')}</SubmitButton>
      </ActionForm>
    </section>
  );
}

/** Where it stands, who follows it, its versions, and the team's buttons. */
export function ResourceShelf({ resource, publishes }: { resource: ResourceView; publishes: boolean }) {
  const t = useTranslations('support.resource');
  const locale = useLocale();
  const day = (date: Date) => dayText(date, { locale, weekday: false });
  const button = (publish: 'yes' | 'no', label: string) => (
    <ActionForm action={shelveResourceAction} hidden={{ slug: resource.slug, publish }}>
      <SubmitButton kind="secondary">{label}</SubmitButton>
    </ActionForm>
  );
  return (
    <aside className="mt-8">
      {resource.publishedAt ? null : <Notice tone="info">{t('proposed')}</Notice>}
      <p className="quiet">
        {[
          resource.owner ? `${t('owner')} ${resource.owner}` : '',
          resource.reviewOn ? `${t('review')} ${day(resource.reviewOn)}` : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="my-4 flex flex-wrap gap-3 print:hidden">
        {publishes || (resource.mine && !resource.publishedAt) ? (
          <ButtonLink kind="secondary" href={`/resources/${resource.slug}/edit`}>
            {t('edit')}
          </ButtonLink>
        ) : null}
        {publishes ? (resource.publishedAt ? button('no', t('retire')) : button('yes', t('publish'))) : null}
      </div>
      <Details summary={t('versions')}>
        <ul>
          {resource.versions.map((one) => (
            <li key={one.number}>
              <Link
                href={`/resources/${resource.slug}${one.number < resource.version ? `?version=${one.number}` : ''}`}
              >
                {t('version', { number: one.number, day: day(new Date(one.at)) })}
              </Link>
              {one.by ? `, ${one.by}` : ''}
            </li>
          ))}
        </ul>
      </Details>
      {resource.comments.length > 0 ? (
        <Details summary={t('said')}>
          <ul>
            {resource.comments.map((one, index) => (
              <li key={index}>
                {one.helped ? t('yes') : t('no')} : {one.text}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </aside>
  );
}

/** A former version is read as such, with the way back to the one in force. */
export function FormerVersion({ slug, version }: { slug: string; version: ResourceVersionView }) {
  const t = useTranslations('support.resource');
  const locale = useLocale();
  return (
    <Notice tone="time" title={t('former', { number: version.number })}>
      {dayText(version.at, { locale, weekday: false })}
      {version.by ? `, ${version.by}` : ''}. <Link href={`/resources/${slug}`}>{t('inForce')}</Link>
    </Notice>
  );
}
