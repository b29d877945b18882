import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { GeneratedPicture } from '@/components/ui/generated-picture';
import { cohortHue, Status } from '@/components/ui/status';
import type { ChallengeCard as Row } from '@/lib/challenges/queries';
import { ownPicture } from '@/lib/people/pictures';

/** A challenge in a grid: its picture, its cohort, its name, what it is for, who hosts it. */
export function ChallengeCard({ challenge, level }: { challenge: Row; level?: 2 | 3 }) {
  const t = useTranslations('challenges');
  const hue = cohortHue(challenge.colour);
  return (
    <Card
      href={`/challenges/${challenge.slug}`}
      title={challenge.title}
      over={challenge.cohort}
      hue={hue}
      level={level}
      picture={
        <ChallengePicture slug={challenge.slug} photoUrl={challenge.photoUrl} themes={challenge.themes} hue={hue} />
      }
    >
      {challenge.published ? null : <Status>{t('draft')}</Status>}
      {challenge.tagline ? <p>{challenge.tagline}</p> : null}
      {challenge.host ? <p className="quiet mt-1">{challenge.host}</p> : null}
    </Card>
  );
}

type PictureProps = { slug: string; photoUrl: string | null; themes: string[]; hue: number };

export function ChallengePicture({ slug, photoUrl, themes, hue }: PictureProps) {
  const src = ownPicture(photoUrl);
  if (!src) return <GeneratedPicture slug={slug} themes={themes} hue={hue} />;
  // biome-ignore lint/performance/noImgElement: our own file route sizes and authorizes it.
  return <img className="picture" src={src} alt="" loading="lazy" />;
}

export function ChallengeGrid({ challenges, level }: { challenges: Row[]; level?: 2 | 3 }) {
  return (
    <ul className="grid-cards m-0 list-none p-0">
      {challenges.map((challenge) => (
        <li key={challenge.slug}>
          <ChallengeCard challenge={challenge} level={level} />
        </li>
      ))}
    </ul>
  );
}
