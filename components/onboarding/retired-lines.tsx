import { useLocale, useTranslations } from 'next-intl';
import { AnswerText } from '@/components/onboarding/answer-text';
import { dayText } from '@/components/ui/deadline';
import { Details } from '@/components/ui/disclosure';
import { Status } from '@/components/ui/status';
import type { Retired } from '@/lib/onboarding/queries/offers';
import { inLanguage } from '@/lib/onboarding/schema';
import type { State } from '@/lib/onboarding/states';

/** Lines that a change of the template took out of the list, with what was answered. */
export function RetiredLines({ lines }: { lines: Retired[] }) {
  const t = useTranslations('onboarding');
  const locale = useLocale();
  if (lines.length === 0) return null;
  return (
    <Details summary={t('offer.retired', { count: lines.length })} wide>
      <ul className="rows">
        {lines.map((line) => (
          <li key={line.id}>
            <div>
              <p>{[inLanguage(line.definition.title, locale), line.about].filter(Boolean).join(' · ')}</p>
              <AnswerText definition={line.definition} answer={line.answer} />
              {line.note ? <p className="whitespace-pre-line">{line.note}</p> : null}
              <p className="hint">
                {t('offer.retiredOn', { day: dayText(line.retiredAt, { locale, weekday: false }) })}
              </p>
            </div>
            <Status tone="neutral">{t(`state.${line.state as State}`)}</Status>
          </li>
        ))}
      </ul>
    </Details>
  );
}
