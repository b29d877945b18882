import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { dayText } from '@/components/ui/deadline';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { delegateItemAction, revokeDelegationAction } from '@/lib/onboarding/actions';
import { workstationOf } from '@/lib/onboarding/answers';
import type { Delegation, ItemView } from '@/lib/onboarding/queries/items';

const DAYS = [7, 15, 30, 60];

/** Entrust a line to someone without an account, and follow the links already sent. */
export function ItemDelegation({ item, now }: { item: ItemView; now: Date }) {
  const t = useTranslations('onboarding.delegation');
  const locale = useLocale();
  const needs = useNeeds(item);
  if (!item.may.manage || item.definition.answer.kind === 'workstation') return null;
  const place = { id: item.id, challenge: item.challenge.slug, list: item.list.templateKey };
  return (
    <section aria-labelledby="delegation" className="mt-8 print:hidden">
      <h2 id="delegation">{t('title')}</h2>
      <p className="quiet mt-2">{t('lead')}</p>
      {item.delegations.length > 0 ? (
        <ul className="rows" aria-label={t('list')}>
          {item.delegations.map((one) => (
            <li key={one.id}>
              <span>
                {one.to}
                <span className="hint">{t(...told(one, now, locale))}</span>
              </span>
              {!one.revokedAt && one.expiresAt > now ? (
                <ActionForm action={revokeDelegationAction} hidden={{ ...place, delegationId: one.id }}>
                  <SubmitButton kind="secondary" size="small" aria-label={`${t('revoke')} : ${one.to}`}>
                    {t('revoke')}
                  </SubmitButton>
                </ActionForm>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <Details summary={t('title')}>
        <ActionForm action={delegateItemAction} hidden={place}>
          <TextInput name="email" type="email" inputMode="email" label={t('email')} />
          <TextInput name="name" label={t('name')} help={t('nameHelp')} optional maxLength={200} />
          <Textarea name="message" label={t('message')} help={t('messageHelp')} optional defaultValue={needs} />
          <Select
            name="days"
            label={t('days')}
            width="short"
            defaultValue="30"
            options={DAYS.map((days) => ({ value: String(days), label: t('daysOption', { days }) }))}
          />
          <Select
            name="locale"
            label={t('locale')}
            width="short"
            defaultValue={locale}
            options={[
              { value: 'fr', label: t('fr') },
              { value: 'en', label: t('en') },
            ]}
          />
          <SubmitButton kind="secondary">{t('submit')}</SubmitButton>
        </ActionForm>
      </Details>
    </section>
  );
}

function told(one: Delegation, now: Date, locale: string): ['live' | 'answered' | 'revoked' | 'over', { day: string }] {
  const day = (date: Date) => ({ day: dayText(date, { locale, weekday: false }) });
  if (one.answeredAt) return ['answered', day(one.answeredAt)];
  if (one.revokedAt) return ['revoked', day(one.revokedAt)];
  return one.expiresAt > now ? ['live', day(one.expiresAt)] : ['over', day(one.expiresAt)];
}

/** What the fellow declared, as the start of the message; never what is about their health. */
function useNeeds(item: ItemView): string {
  const t = useTranslations('onboarding');
  const station = workstationOf(item.before.find((one) => one.definition.answer.kind === 'workstation')?.answer);
  if (!station) return '';
  const parts = [
    t(`workstation.${station.machine}`),
    t(`workstation.systems.${station.system}`),
    station.memory ? t('workstation.gigabytes', { count: station.memory }) : '',
    `${t('workstation.screens')} : ${station.screens}`,
    station.headset ? t('workstation.headset') : '',
    station.software.replaceAll('\n', ', '),
  ];
  return t('delegation.needs', { needs: parts.filter(Boolean).join(', ') });
}
