import { useLocale, useNow, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { startApplicationAction } from '@/lib/applications/actions';
import type { Entry } from '@/lib/calls/entries';
import { prefillOf } from '@/lib/calls/prefill';
import type { CallPage } from '@/lib/calls/queries';
import { findField, inLanguage } from '@/lib/calls/shape';
import { callState } from '@/lib/calls/states';
import type { Viewer } from '@/lib/viewer';

type Props = {
  call: CallPage;
  viewer: Viewer;
  /** The viewer's own files in this call. */
  mine: { id: string; title: string }[];
  /** What the address answers in advance. */
  given: Entry[];
};

/** The one thing to do here, when it can be done: start a file, or sign in to. */
export function CallStart({ call, viewer, mine, given }: Props) {
  const t = useTranslations('calls.page');
  const locale = useLocale();
  const state = callState(call, useNow());
  if ((state !== 'open' && state !== 'closing_soon') || !call.form) return null;
  const { definition } = call.form;
  const { fields, entries, others } = prefillOf(definition, given, () => 'k');
  const named = (id: string) => {
    const field = findField(definition, id);
    return field ? inLanguage(field.label, locale) : id;
  };
  const prefilled = (
    <>
      {fields.length > 0 ? (
        <Notice tone="info" title={t('prefilled', { count: fields.length })}>
          <p>{t('prefilledText', { fields: fields.map((one) => inLanguage(one.label, locale)).join(', ') })}</p>
          {mine.length > 0 ? <p>{t('prefilledKept')}</p> : null}
        </Notice>
      ) : null}
      {others.length > 0 ? (
        <Notice tone="time">
          <p className="wrap-anywhere">{t('prefilledNot', { names: others.map(named).join(', ') })}</p>
        </Notice>
      ) : null}
    </>
  );
  if (viewer.kind !== 'person') {
    const query = fields.length > 0 ? `?${new URLSearchParams(entries)}` : '';
    return (
      <>
        {prefilled}
        <p className="mt-6">
          <ButtonLink href={`/sign-in?next=${encodeURIComponent(`/${locale}/calls/${call.slug}${query}`)}`}>
            {t('signIn')}
          </ButtonLink>
        </p>
      </>
    );
  }
  return (
    <div className="mt-6">
      {mine.length > 0 ? (
        <section aria-labelledby="mine" className="mb-6">
          <h2 id="mine" className="text-lg">
            {t('drafts')}
          </h2>
          <ul className="rows">
            {mine.map((one) => (
              <li key={one.id}>
                <Link href={`/my-applications/${one.id}`}>{one.title || t('untitled')}</Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {prefilled}
      <ActionForm
        action={startApplicationAction}
        hidden={{ callId: call.id, ...(fields.length > 0 ? { prefill: JSON.stringify(entries) } : {}) }}
      >
        <SubmitButton kind={mine.length > 0 && fields.length === 0 ? 'secondary' : 'primary'}>
          {t(mine.length > 0 ? 'another' : 'start')}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
