import { ChallengeFacts, ChallengeLinks, KeyFigures } from '@/components/challenges/challenge-facts';
import { ChallengeTeam } from '@/components/challenges/challenge-team';
import { Markdown } from '@/components/ui/markdown';
import type { ChallengePage } from '@/lib/challenges/queries';

/** What happened, told in a column; where, with whom and how long, beside it. */
export function ChallengeStory({ challenge, hue }: { challenge: ChallengePage; hue: number }) {
  return (
    <div className="story">
      <div>
        <KeyFigures figures={challenge.keyFigures} />
        {challenge.body ? <Markdown text={challenge.body} /> : null}
        <ChallengeTeam team={challenge.team} unshown={challenge.unshown} hue={hue} />
        <ChallengeLinks links={challenge.links} />
      </div>
      <aside>
        <ChallengeFacts challenge={challenge} hue={hue} />
      </aside>
    </div>
  );
}
