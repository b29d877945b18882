import { getNow, getTranslations } from 'next-intl/server';
import { ChallengeGrid } from '@/components/challenges/challenge-card';
import { CohortRows } from '@/components/programme/cohort-rows';
import { CallRows } from '@/components/publication/call-rows';
import { Section } from '@/components/publication/section';
import { Welcome } from '@/components/publication/welcome';
import { currentViewer } from '@/lib/auth/session';
import { someChallenges } from '@/lib/challenges/queries';
import { listCohorts } from '@/lib/programme/queries';
import { programmeFigures, publicCalls } from '@/lib/publication/queries';

/** Calls to answer, what the programme is in numbers, and what it made. */
export default async function HomePage() {
  const [t, now, viewer] = await Promise.all([getTranslations('home'), getNow(), currentViewer()]);
  const [calls, cohorts, figures, challenges] = await Promise.all([
    publicCalls(viewer, 6),
    listCohorts(viewer),
    programmeFigures(viewer),
    someChallenges(viewer, now.toISOString().slice(0, 10), 6),
  ]);
  const current = calls.filter((call) => now < call.closesAt);
  return (
    <main id="main" className="page" tabIndex={-1}>
      <Welcome figures={figures} cohorts={cohorts} hasCall={current.length > 0} />
      {current.length ? (
        <Section id="calls" title={t('sections.calls')} more={{ href: '/calls', label: t('sections.allCalls') }}>
          <CallRows calls={current} />
        </Section>
      ) : null}
      {challenges.length ? (
        <Section
          id="challenges"
          title={t('sections.challenges')}
          more={{ href: '/challenges', label: t('sections.allChallenges', { count: figures.challenges }) }}
        >
          <ChallengeGrid challenges={challenges} />
        </Section>
      ) : null}
      {cohorts.length ? (
        <Section id="cohorts" title={t('sections.cohorts')} more={{ href: '/people', label: t('sections.people') }}>
          <CohortRows cohorts={cohorts} />
        </Section>
      ) : null}
    </main>
  );
}
