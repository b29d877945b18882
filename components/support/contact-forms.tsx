import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { addContactAction, takeContactAction } from '@/lib/support/actions/challenge';
import type { KnownContact, Supported } from '@/lib/support/queries/challenge';
import { CONTACT_FUNCTIONS } from '@/lib/support/schema';

/** People this administration's earlier challenges knew: one button takes them up. */
export function KnownContacts({ known, challenge }: { known: KnownContact[]; challenge: Supported }) {
  const t = useTranslations('support');
  if (known.length === 0 || !challenge.keeps) return null;
  return (
    <section aria-labelledby="known" className="mt-10">
      <h2 id="known">{t('contacts.known')}</h2>
      <ul className="rows">
        {known.map((one) => (
          <li key={one.id}>
            <span>
              {one.name}, {t(`function.${one.function}`)}
              <span className="hint">{t('contacts.knownFrom', { from: one.from })}</span>
            </span>
            <ActionForm action={takeContactAction} hidden={{ challenge: challenge.slug, contactId: one.id }}>
              <SubmitButton kind="secondary" size="small" aria-label={`${t('contacts.take')} : ${one.name}`}>
                {t('contacts.take')}
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function AddContact({ challenge }: { challenge: Supported }) {
  const t = useTranslations('support');
  if (!challenge.keeps) return null;
  if (!challenge.hostId) return <Notice>{t('contacts.noHost')}</Notice>;
  return (
    <Details summary={t('contacts.add')}>
      <ActionForm action={addContactAction} hidden={{ challenge: challenge.slug }}>
        <Select
          name="function"
          label={t('contacts.function')}
          options={CONTACT_FUNCTIONS.map((value) => ({ value, label: t(`function.${value}`) }))}
        />
        <TextInput name="name" label={t('contacts.name')} maxLength={200} />
        <TextInput name="email" type="email" inputMode="email" label={t('contacts.email')} optional />
        <TextInput name="phone" type="tel" label={t('contacts.phone')} optional maxLength={60} />
        <Textarea name="note" label={t('contacts.note')} optional limit={{ characters: 1000 }} />
        <SubmitButton>{t('contacts.addSave')}</SubmitButton>
      </ActionForm>
    </Details>
  );
}
