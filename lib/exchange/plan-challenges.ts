import { nameKeys } from '@/lib/people/names';
import { canonical } from './challenge-groups';
import type { Row } from './memory';
import { namesOf } from './memory';
import type { Planner, Subject } from './planner';
import type { ChallengeRecord, CohortRecord } from './snapshot';
import { compact, distance, slug } from './text';

const numberOf = (cohort: string): string => cohort.replace(/(bis|ter)$/, ' $1');

export function planCohorts(planner: Planner, cohorts: readonly CohortRecord[]): void {
  for (const cohort of cohorts) {
    const number = numberOf(cohort.cohort);
    const same = [...planner.memory.rows.cohort.values()].find(
      (row) => compact(String(row.number)) === compact(number),
    );
    const position = cohort.cohort === 'dig' ? 3 : Number.parseInt(number, 10) || 0;
    const seed = {
      number,
      slug: slug(cohort.title),
      name: cohort.title,
      position,
      colour: position % 6,
      published: true,
    };
    const { keys, file, extra, year, title } = cohort;
    planner.settle({ kind: 'cohort', keys, file, label: title, said: { year }, extra, seed }, same ?? null);
  }
}

/** Challenges of the site: known by their keys or their title in their cohort. */
export function planChallenges(planner: Planner, challenges: readonly ChallengeRecord[]): void {
  const claimed = new Set(
    challenges.flatMap((challenge) =>
      planner.memory.known('challenge', challenge.keys).map((record) => record.entityId),
    ),
  );
  for (const challenge of challenges) {
    const cohortId = planner.idOf('cohort', `cohort:${challenge.cohort}`);
    if (!cohortId) {
      planner.hold('challenge', challenge.key);
      continue;
    }
    const subject = subjectOf(planner, challenge, cohortId);
    const row = find(planner, challenge, subject, cohortId, claimed);
    if (row && row.cohortId !== cohortId) {
      planner.ask(
        'contradictory_cohort',
        'challenge',
        subject,
        'promotion',
        `${challenge.title} : ${challenge.cohort}`,
        row,
      );
    }
    claimed.add(planner.settle(subject, row) ?? '');
  }
}

function subjectOf(planner: Planner, challenge: ChallengeRecord, cohortId: string): Subject {
  const hosts = challenge.organisations.map((key) => planner.idOf('organisation', key)).filter((id) => id !== null);
  const kindOf = (id: string) => planner.memory.rows.organisation.get(id)?.kind;
  // « Ministère de l’Intérieur et ANTAI » : the agency hosts, the ministry stands behind.
  const host = hosts.find((id) => kindOf(id) !== 'ministry') ?? hosts[0] ?? null;
  const other = hosts.find((id) => id !== host) ?? null;
  const {
    title,
    aliases,
    summary,
    body,
    administration,
    year,
    image,
    skills,
    themes,
    keyFigures,
    links,
    durationMonths,
  } = challenge;
  const facts = {
    ...(administration ? { administration } : {}),
    ...(year ? { year } : {}),
    ...(image ? { image } : {}),
  };
  return {
    kind: 'challenge',
    keys: challenge.keys,
    file: challenge.file,
    label: title,
    said: {
      title,
      tagline: summary,
      body,
      hostId: host,
      backerId: other,
      towns: challenge.towns.map((town) =>
        town.postcode || town.department ? `${town.name} (${town.postcode ?? town.department})` : town.name,
      ),
      skills,
      themes,
      keyFigures,
      links,
      durationMonths,
    },
    aliases,
    extra: { ...challenge.extra, ...facts },
    seed: {
      cohortId,
      nameKeys: nameKeys(title, aliases),
      published: challenge.extra.visible !== false && challenge.extra.published !== false,
    },
  };
}

function find(
  planner: Planner,
  challenge: ChallengeRecord,
  subject: Subject,
  cohortId: string,
  claimed: ReadonlySet<string>,
): Row | null {
  const { memory } = planner;
  const [known] = memory.known('challenge', challenge.keys);
  if (known) return memory.rows.challenge.get(known.entityId) ?? null;
  const mates = [...memory.rows.challenge.values()].filter((row) => row.cohortId === cohortId && !claimed.has(row.id));
  const names = [challenge.title, ...challenge.aliases].map(canonical);
  const same = mates.find((row) => namesOf(row).some((name) => names.includes(canonical(name))));
  if (same) return same;
  const near = mates.find(
    (row) =>
      namesOf(row).some((name) => names.some((own) => own.length > 5 && distance(own, canonical(name)) <= 2)) ||
      sharesTeam(row, challenge, subject, planner),
  );
  if (!near) return null;
  const choice = planner.ask('suspected_duplicate', 'challenge', subject, 'title', challenge.title, near);
  return choice?.act === 'link' ? (memory.rows.challenge.get(choice.target) ?? null) : null;
}

/** A challenge that changed its name between the call and the result keeps its host and its words. */
function sharesTeam(row: Row, challenge: ChallengeRecord, subject: Subject, planner: Planner): boolean {
  if (!row.hostId || row.hostId !== subject.said.hostId) return false;
  const paths = planner.memory.known(
    'challenge',
    challenge.keys.filter((key) => key.startsWith('path:')),
  );
  return paths.some((record) => record.entityId === row.id) || (!!row.tagline && row.tagline === subject.said.tagline);
}
