import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { abandonFormAction, undoFormAction } from '@/lib/calls/actions/builder';

type Place = { callId: string; slug: string; token: string };

/** One step back, or forward again. */
export function BuilderUndo({ place, last }: { place: Place; last: 'undo' | 'redo' | null }) {
  const t = useTranslations('calls.builder');
  if (!last) return null;
  return (
    <ActionForm action={undoFormAction} hidden={place} className="my-4">
      <SubmitButton kind="secondary" size="small">
        {t(last)}
      </SubmitButton>
    </ActionForm>
  );
}

/** The way out of a version nobody wants: the one in force stays. */
export function BuilderAbandon({ place, number }: { place: Place; number: number }) {
  const t = useTranslations('calls.builder');
  return (
    <section className="mt-10">
      <Details summary={t('abandon', { number })}>
        <p>{t('abandonText')}</p>
        <ActionForm action={abandonFormAction} hidden={place}>
          <SubmitButton kind="danger">{t('abandon', { number })}</SubmitButton>
        </ActionForm>
      </Details>
    </section>
  );
}
