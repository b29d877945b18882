import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { dayText } from '@/components/ui/deadline';
import { Details } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { DateInput } from '@/components/ui/text-input';
import { meetContactAction, retireContactAction } from '@/lib/support/actions/challenge';
import type { ContactRow, Supported } from '@/lib/support/queries/challenge';

/** The challenge's address book, by function, and whom the team has met in person. */
export function ContactList({ contacts, challenge }: { contacts: ContactRow[]; challenge: Supported }) {
  const t = useTranslations('support');
  const locale = useLocale();
  if (contacts.length === 0) return <EmptyState title={t('contacts.none')}>{t('contacts.noneBody')}</EmptyState>;
  return (
    <ul className="rows">
      {contacts.map((one) => {
        const hidden = { challenge: challenge.slug, contactId: one.id };
        return (
          <li key={one.id}>
            <div>
              <p>
                <strong>{one.name}</strong>, {t(`function.${one.function}`)}
              </p>
              <p className="hint">
                {one.email ? <a href={`mailto:${one.email}`}>{one.email}</a> : null} {one.phone} {one.note}
              </p>
              {challenge.keeps && !one.left ? (
                <div className="print:hidden">
                  <Details summary={`${t('contacts.meet')} : ${one.name}`}>
                    <ActionForm action={meetContactAction} hidden={hidden}>
                      <DateInput
                        name="metOn"
                        id={`met-${one.id}`}
                        label={t('contacts.day')}
                        optional
                        defaultValue={one.metOn?.toISOString().slice(0, 10)}
                      />
                      <SubmitButton kind="secondary">{t('contacts.save')}</SubmitButton>
                    </ActionForm>
                    <ActionForm action={retireContactAction} hidden={hidden} className="mt-4">
                      <SubmitButton kind="quiet">{t('contacts.retire')}</SubmitButton>
                    </ActionForm>
                  </Details>
                </div>
              ) : null}
            </div>
            {one.left ? (
              <Status tone="neutral">{t('contacts.left')}</Status>
            ) : one.metOn ? (
              <Status tone="good">
                {t('contacts.metOn', { day: dayText(one.metOn, { locale, zone: 'UTC', weekday: false }) })}
              </Status>
            ) : (
              <Status tone="neutral">{t('contacts.notMet')}</Status>
            )}
          </li>
        );
      })}
    </ul>
  );
}
