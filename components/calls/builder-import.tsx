import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Textarea } from '@/components/ui/textarea';
import { importFormAction } from '@/lib/calls/actions/builder';

/** The whole form as JSON: taken away, or put in place of this version. */
export function BuilderImport({ place }: { place: { callId: string; slug: string; token: string } }) {
  const t = useTranslations('calls.builder');
  return (
    <section aria-labelledby="json" className="mt-12">
      <h2 id="json">{t('json')}</h2>
      <p className="my-3">
        <a className="link" href={`/api/calls/${place.slug}/form`} download>
          {t('export')}
        </a>
      </p>
      <Details summary={t('import')}>
        <ActionForm action={importFormAction} hidden={place}>
          <Textarea name="json" label={t('importLabel')} help={t('importHelp')} rows={8} spellCheck={false} />
          <SubmitButton kind="secondary">{t('importNow')}</SubmitButton>
        </ActionForm>
      </Details>
    </section>
  );
}
