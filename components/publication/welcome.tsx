import { useFormatter, useTranslations } from 'next-intl';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Figures } from '@/components/ui/summary-list';
import type { ProgrammeFigures } from '@/lib/publication/queries';

/** The programme in a sentence, what can be done now, and four numbers counted on its own rows. */
export function Welcome({ figures, hasCall }: { figures: ProgrammeFigures; hasCall: boolean }) {
  const t = useTranslations('home');
  const format = useFormatter();
  const shown = (['cohorts', 'challenges', 'fellows', 'hosts'] as const).filter((key) => figures[key] > 0);
  return (
    <header className="page-head max-w-[60rem]">
      <h1 className="font-serif text-4xl md:text-5xl">{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <ButtonRow>
        {hasCall ? <ButtonLink href="/calls">{t('answerCall')}</ButtonLink> : null}
        <ButtonLink kind="secondary" href="/challenges">
          {t('seeChallenges')}
        </ButtonLink>
      </ButtonRow>
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
