import { useLocale, useTranslations } from 'next-intl';
import { type Bilingual, type Doer, type ItemDefinition, inLanguage } from '@/lib/onboarding/schema';

/** One property of an item as one reads it. */
export function ItemProperty({ item, field }: { item: ItemDefinition; field: string }) {
  const t = useTranslations('onboarding');
  const locale = useLocale();
  const none = t('changes.nothing');
  const text = (value: Bilingual | undefined) => (value ? inLanguage(value, locale) : none);
  switch (field) {
    case 'title':
    case 'why':
    case 'help':
      return <span className="whitespace-pre-line">{text(item[field])}</span>;
    case 'links':
      return <>{item.links.map((link) => `${inLanguage(link.label, locale)} (${link.url})`).join(', ') || none}</>;
    case 'resources':
    case 'after':
      return <>{item[field].join(', ') || none}</>;
    case 'doer':
      return <>{t(`doer.${item.doer}`)}</>;
    case 'attester':
      return <>{item.attester ? t(`doer.${item.attester as Doer}`) : none}</>;
    case 'due':
      return <DueWords due={item.due} />;
    case 'per':
    case 'profiles':
      return <PerWords item={item} />;
    case 'answer':
      return <AnswerWords item={item} />;
    case 'blocking':
      return <>{item.blocking ? t('template.blocking') : t('template.notBlocking')}</>;
    case 'optional':
      return <>{item.optional ? t('template.optional') : t('template.counted')}</>;
    default:
      return <>{none}</>;
  }
}

/** « 30 jours avant l’arrivée » */
export function DueWords({ due }: { due: ItemDefinition['due'] }) {
  const t = useTranslations('onboarding.template');
  if (!due) return <>{t('noDue')}</>;
  if (due.days === 0) return <>{t(`on.${due.from}`)}</>;
  return <>{t(due.days < 0 ? `before.${due.from}` : `after.${due.from}`, { days: Math.abs(due.days) })}</>;
}

export function PerWords({ item }: { item: ItemDefinition }) {
  const t = useTranslations('onboarding.template');
  if (item.per === 'challenge') return <>{t('perChallenge')}</>;
  return <>{item.profiles.length > 0 ? t('perProfiles', { profiles: item.profiles.join(', ') }) : t('perFellow')}</>;
}

function AnswerWords({ item }: { item: ItemDefinition }) {
  const t = useTranslations('onboarding.template.kinds');
  const locale = useLocale();
  const { answer } = item;
  const labels =
    answer.kind === 'choice'
      ? answer.options.map((one) => inLanguage(one.label, locale))
      : answer.kind === 'table'
        ? answer.columns.map((one) => inLanguage(one.label, locale))
        : [];
  return <>{[t(answer.kind), labels.join(', ')].filter(Boolean).join(' : ')}</>;
}
