import { useFormatter, useTranslations } from 'next-intl';
import type { SeatFunding as Line } from '@/lib/funding/queries';

const euros = {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 2,
  trailingZeroDisplay: 'stripIfInteger',
} as const;

/** Money on screen: « 20 000 € », cents only when there are some. */
export function useEuros(): (cents: number) => string {
  const format = useFormatter();
  return (cents) => format.number(cents / 100, euros);
}

/** What the rule gives a seat, and why, in a sentence. */
export function SeatFunding({ line }: { line: Line }) {
  const t = useTranslations('funding');
  return (
    <p className="quiet">
      <strong className="figures">{useEuros()(line.amountCents)}</strong> · <Explanation line={line} />
      <span className="hidden-text">{t('coFunding')}</span>
    </p>
  );
}

export function Explanation({ line }: { line: Pick<Line, 'code' | 'values'> }) {
  const t = useTranslations('funding');
  const money = useEuros();
  const shown = Object.entries(line.values).map(([key, value]) =>
    key.endsWith('Cents') ? [key.replace('Cents', ''), money(Number(value))] : [key, value],
  );
  return t(`explanations.${line.code}`, Object.fromEntries(shown));
}
