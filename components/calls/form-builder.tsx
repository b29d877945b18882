import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { arrangeFormAction } from '@/lib/calls/actions/builder';
import type { CallForm } from '@/lib/calls/queries';
import { BuilderContents } from './builder-contents';
import { BuilderImport } from './builder-import';
import { BuilderProblems } from './builder-problems';
import { BuilderRules } from './builder-rules';
import { BuilderSections } from './builder-sections';
import { BuilderSettings } from './builder-settings';
import { BuilderAbandon, BuilderUndo } from './builder-undo';
import { PreviewLinks } from './preview-links';

type Props = { form: CallForm; place: { callId: string; slug: string; token: string }; last: 'undo' | 'redo' | null };

/** The form being prepared: sections, questions, rules. One form around them all: every button is a plain submit. */
export function FormBuilder({ form, place, last }: Props) {
  const t = useTranslations('calls.builder');
  const { definition, number } = form;
  const { slug } = place;
  return (
    <>
      {form.publishedAt ? <Notice tone="info">{t('published', { number: number + 1 })}</Notice> : null}
      <PreviewLinks slug={slug} />
      <BuilderProblems definition={definition} slug={slug} />
      <BuilderUndo place={place} last={last} />
      <BuilderContents definition={definition} />
      <ActionForm action={arrangeFormAction} hidden={place} id="form">
        <BuilderSections definition={definition} slug={slug} />
        <BuilderRules definition={definition} slug={slug} />
      </ActionForm>
      <BuilderSettings place={place} definition={definition} />
      <BuilderImport place={place} />
      {!form.publishedAt && number > 1 ? <BuilderAbandon place={place} number={number} /> : null}
    </>
  );
}
