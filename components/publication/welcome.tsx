import { useFormatter, useTranslations } from 'next-intl';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Mosaic } from '@/components/ui/mosaic';
import { cohortHue } from '@/components/ui/status';
import { Figures } from '@/components/ui/summary-list';
import type { CohortCard } from '@/lib/programme/queries';
import type { ProgrammeFigures } from '@/lib/publication/queries';

type Props = { figures: ProgrammeFigures; cohorts: CohortCard[]; hasCall: boolean };

/** The programme in a sentence, what can be done now, and four numbers counted on its own rows. */
export function Welcome({ figures, cohorts, hasCall }: Props) {
  const t = useTranslations('home');
  const format = useFormatter();
  const shown = (['cohorts', 'challenges', 'fellows', 'hosts'] as const).filter((key) => figures[key] > 0);
  const tiles = cohorts.map((cohort) => ({ hue: cohortHue(cohort.colour), count: cohort.challenges })).reverse();
  return (
    <header className="welcome">
      <div>
        <h1>{t('title')}</h1>
        <p className="lead">{t('lead')}</p>
        <ButtonRow>
          {hasCall ? <ButtonLink href="/calls">{t('answerCall')}</ButtonLink> : null}
          <ButtonLink kind="secondary" href="/challenges">
            {t('seeChallenges')}
          </ButtonLink>
        </ButtonRow>
      </div>
      <Mosaic groups={tiles} caption={t('mosaic')} />
      {shown.length ? (
        <Figures
          items={shown.map((key) => ({
            label: t(`figures.${key}`, { count: figures[key] }),
            value: format.number(figures[key]),
          }))}
        />
      ) : null}
    </header>
  );
}
