import { useLocale, useTranslations } from 'next-intl';
import { dayText } from '@/components/ui/deadline';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { fromDay } from '@/lib/dates';
import type { ChecklistView } from '@/lib/onboarding/queries/lists';
import { inLanguage } from '@/lib/onboarding/schema';
import { isClosed } from '@/lib/onboarding/states';

/** Whose list, when the team arrives, and how far it is. */
export function ListSummaryHead({ list }: { list: ChecklistView }) {
  const t = useTranslations('onboarding.list');
  const locale = useLocale();
  const counted = list.items.filter((item) => !item.definition.optional);
  const closed = counted.filter((item) => isClosed(item.state)).length;
  const { challenge, definition, arrivesOn } = list;
  return (
    <>
      <p className="lead">
        {[challenge.title, challenge.host, challenge.cohort].filter(Boolean).join(' · ')}
        {arrivesOn
          ? ` · ${t('arrives', { day: dayText(fromDay(arrivesOn), { locale, zone: 'UTC', weekday: false }) })}`
          : ''}
      </p>
      {definition.intro ? <p className="prose mt-2">{inLanguage(definition.intro, locale)}</p> : null}
      {arrivesOn ? null : <Notice tone="time">{t('noArrival')}</Notice>}
      <Progress label={t('progressLabel')} value={closed} max={counted.length}>
        {t('progress', { closed, total: counted.length })}
      </Progress>
    </>
  );
}
