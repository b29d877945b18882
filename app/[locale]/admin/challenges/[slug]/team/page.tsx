import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ChallengeCrumbs, ChallengeTabs } from '@/components/challenges/challenge-tabs';
import { Mentors } from '@/components/challenges/mentors';
import { Seat, SeatForm } from '@/components/challenges/seat';
import { SeatFunding } from '@/components/funding/seat-funding';
import { Page } from '@/components/layout/page';
import { EndRole, RoleForm } from '@/components/people/role-form';
import { Details } from '@/components/ui/disclosure';
import { currentViewer, requireSignIn } from '@/lib/auth/session';
import { managedChallenge } from '@/lib/challenges/queries/managed';
import { challengeFunding } from '@/lib/funding/queries';
import { readSettings } from '@/lib/programme/schema';

type Props = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => managedChallenge(await currentViewer(), slug));

export async function generateMetadata({ params }: Props) {
  return { title: (await load((await params).slug))?.title };
}

export default async function ChallengeTeamPage({ params }: Props) {
  const { slug } = await params;
  const back = `/admin/challenges/${slug}/team`;
  const viewer = await requireSignIn(back);
  const challenge = await load(slug);
  if (!challenge) notFound();
  const [t, money] = await Promise.all([getTranslations('challenges'), challengeFunding(viewer, challenge.id)]);
  const { payLevels } = readSettings(challenge.cohort.settings);
  const funding = (id: string) =>
    money?.seats.filter((line) => line.positionId === id).map((line) => <SeatFunding key={id} line={line} />);
  const common = { challengeId: challenge.id, payLevels };
  return (
    <Page title={challenge.title} lead={challenge.cohort.name} breadcrumbs={<ChallengeCrumbs challenge={challenge} />}>
      <ChallengeTabs slug={slug} current="team" seats={challenge.seats.length} />
      <div className="max-w-[44rem]">
        <h2>{t('admin.seats')}</h2>
        {challenge.seats.map((seat, index) => (
          <Seat key={seat.id} seat={seat} number={index + 1} funding={funding(seat.id)} {...common} />
        ))}
        <Details summary={t('admin.addSeat')} open={!challenge.seats.length}>
          <SeatForm {...common} />
        </Details>
        <h2 className="mt-12">{t('admin.mentors')}</h2>
        <Mentors roles={challenge.roles} end={(role) => <EndRole roleId={role.id} name={role.name} back={back} />} />
        <Details summary={t('admin.addMentor')}>
          <RoleForm
            kinds={['operational_mentor', 'strategic_mentor', 'coach']}
            hidden={{ challengeId: challenge.id, back }}
          />
        </Details>
      </div>
    </Page>
  );
}
