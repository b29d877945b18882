import { useLocale, useTranslations } from 'next-intl';
import { NetworkText } from '@/components/onboarding/network-text';
import { dayText } from '@/components/ui/deadline';
import { fromDay } from '@/lib/dates';
import { chosenLabels, tableRows, workstationOf } from '@/lib/onboarding/answers';
import { type ItemDefinition, inLanguage } from '@/lib/onboarding/schema';

type Props = {
  definition: ItemDefinition;
  answer: unknown /** Leaves out what a signed link may not show. */;
  outside?: boolean;
};

/** An answer as one reads it. */
export function AnswerText({ definition, answer, outside }: Props) {
  const t = useTranslations('onboarding');
  const locale = useLocale();
  const kind = definition.answer;
  if (answer === null || answer === undefined) return null;
  if (answer === 'not_applicable') return <>{t('answer.notApplicable')}</>;
  if (kind.kind === 'done' || kind.kind === 'file') return <>{t('answer.done')}</>;
  if (kind.kind !== 'text' && (answer === 'yes' || answer === 'no'))
    return <>{answer === 'yes' ? t('answer.yes') : t('answer.no')}</>;
  if (kind.kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(String(answer)))
    return <>{dayText(fromDay(String(answer)), { locale, zone: 'UTC' })}</>;
  const chosen = kind.kind === 'choice' ? chosenLabels(kind, answer, locale) : [];
  if (chosen.length > 0) return <>{chosen.join(', ')}</>;
  if (kind.kind === 'table' && tableRows(answer).length > 0) {
    return (
      <ul>
        {tableRows(answer).map((row, index) => (
          <li key={index}>
            {kind.columns.map((column) => `${inLanguage(column.label, locale)} : ${row[column.key] ?? ''}`).join(' · ')}
          </li>
        ))}
      </ul>
    );
  }
  if (kind.kind === 'workstation') return <WorkstationText answer={answer} outside={outside} />;
  // An answer given before the template asked for another kind: shown as it was said.
  if (typeof answer !== 'string') return <span className="whitespace-pre-line">{plain(answer)}</span>;
  if (kind.kind === 'network') return <NetworkText text={answer} />;
  return <span className="whitespace-pre-line">{answer}</span>;
}

const plain = (answer: unknown): string =>
  Array.isArray(answer)
    ? answer.map(plain).join(', ')
    : typeof answer === 'object' && answer !== null
      ? Object.values(answer).map(plain).filter(Boolean).join(', ')
      : String(answer ?? '');

export function WorkstationText({ answer, outside }: { answer: unknown; outside?: boolean }) {
  const t = useTranslations('onboarding.workstation');
  const needs = workstationOf(answer);
  if (!needs) return null;
  const lines: [string, string][] = [
    [t('machine'), t(needs.machine)],
    [t('system'), t(`systems.${needs.system}`)],
    [t('memory'), needs.memory === undefined ? '' : t('gigabytes', { count: needs.memory })],
    [t('software'), needs.software],
    [t('screens'), String(needs.screens)],
    [t('headset'), needs.headset ? t('yes') : t('no')],
    [t('accessibility'), outside ? '' : needs.accessibility],
    [t('other'), outside ? '' : needs.other],
  ];
  return (
    <dl className="summary">
      {lines
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
