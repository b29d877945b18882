import { useTranslations } from 'next-intl';
import { ChangeList } from '@/components/onboarding/change-list';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { discardTemplateAction, publishTemplateAction } from '@/lib/onboarding/actions/templates';
import type { TemplateView } from '@/lib/onboarding/queries/templates';

/** Which version one is looking at, what it would change for whom, and the two ways out of a draft. */
export function TemplateState({ template }: { template: TemplateView }) {
  const t = useTranslations('onboarding.template');
  const place = { key: template.key, token: template.token };
  if (template.publishedAt)
    return template.edits ? (
      <>
        <Notice tone="info">{t('isPublished', { number: template.number + 1 })}</Notice>
        <PartLinks template={template} />
      </>
    ) : null;
  return (
    <section aria-labelledby="draft" className="my-6">
      <h2 id="draft">{t('draft', { number: template.number })}</h2>
      <p className="quiet my-2">{t('draftHelp', { lists: template.lists })}</p>
      {template.changes.length > 0 ? (
        <Details summary={t('whatChanges', { count: template.changes.length })} wide>
          <ChangeList changes={template.changes} />
        </Details>
      ) : null}
      {template.edits ? (
        <div className="my-4 flex flex-wrap gap-3">
          <ActionForm action={publishTemplateAction} hidden={place}>
            <SubmitButton>{t('publish', { number: template.number })}</SubmitButton>
          </ActionForm>
          <ActionForm action={discardTemplateAction} hidden={place}>
            <SubmitButton kind="secondary">{t('discard')}</SubmitButton>
          </ActionForm>
        </div>
      ) : null}
      <PartLinks template={template} />
    </section>
  );
}

function PartLinks({ template }: { template: TemplateView }) {
  const t = useTranslations('onboarding.template');
  if (!template.edits) return null;
  const part = (query: string) => `/admin/onboarding/templates/${template.key}/part?${query}`;
  return (
    <p className="my-4 flex flex-wrap gap-x-6 gap-y-2">
      <Link href={part('head=1')}>{t('editHead')}</Link>
      <Link href={part('new=section')}>{t('newSection')}</Link>
      <Link href={part('new=phase')}>{t('newPhase')}</Link>
    </p>
  );
}
