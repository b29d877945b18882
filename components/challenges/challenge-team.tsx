import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Link } from '@/components/ui/link';
import type { TeamMember } from '@/lib/challenges/queries';
import { ownPicture } from '@/lib/people/pictures';

const ORDER = ['fellow', 'operational_mentor', 'strategic_mentor', 'coach'] as const;

/** Who made it, by role; those who did not ask to be shown are counted, not named. */
export function ChallengeTeam({ team, unshown, hue }: { team: TeamMember[]; unshown: number; hue: number }) {
  const t = useTranslations('challenges');
  const roles = useTranslations('people.roles');
  if (!team.length && !unshown) return null;
  return (
    <section aria-labelledby="team" className="mt-10">
      <h2 id="team">{t('page.team')}</h2>
      <div className="mt-4 grid gap-8 sm:grid-cols-2">
        {ORDER.map((kind) => {
          const members = team.filter((member) => member.kind === kind);
          if (!members.length) return null;
          return (
            <div key={kind}>
              <h3>{roles(`${kind}.plural`, { count: members.length })}</h3>
              <ul className="m-0 mt-2 list-none space-y-2 p-0">
                {members.map((member) => (
                  <li key={member.slug} className="flex items-center gap-3">
                    <Avatar name={member.name} src={ownPicture(member.photoUrl)} size="small" hue={hue} />
                    <span className="min-w-0 break-words">
                      <Link href={`/people/${member.slug}`}>{member.name}</Link>
                      {member.title ? <span className="quiet block">{member.title}</span> : null}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
      {unshown ? <p className="quiet mt-4">{t('page.unshown', { count: unshown })}</p> : null}
    </section>
  );
}
