import { type Choices, type ImportIssue, Register } from './issues';
import type { Memory } from './memory';
import { planChallenges, planCohorts } from './plan-challenges';
import { planOrganisations } from './plan-organisations';
import { planPeople } from './plan-people';
import { planRoles } from './plan-roles';
import { type Counts, Planner, type Writes } from './planner';
import type { Snapshot } from './snapshot';

export type Plan = {
  dialect: Snapshot['dialect'];
  cohorts: Counts;
  challenges: Counts;
  people: Counts;
  organisations: Counts;
  roles: Counts;
  issues: ImportIssue[];
  writes: Writes;
};

/** What applying a snapshot to the memory would write, and every question it raises. Nothing is written here. */
export function planImport(
  snapshot: Snapshot,
  memory: Memory,
  choices: Choices,
  context: { newId: () => string; today: string },
): Plan {
  const register = new Register(choices);
  const planner = new Planner(memory, register, snapshot.dialect, context.newId);
  planCohorts(planner, snapshot.cohorts);
  planOrganisations(planner, snapshot.organisations);
  planChallenges(planner, snapshot.challenges);
  planPeople(planner, snapshot.people);
  planRoles(planner, snapshot.roles, context.today);
  const { cohort, challenge, person, organisation, role } = planner.counts;
  return {
    dialect: snapshot.dialect,
    ...{ cohorts: cohort, challenges: challenge, people: person, organisations: organisation, roles: role },
    issues: [...snapshot.issues, ...register.issues].map((issue) => placed(issue, planner)),
    writes: planner.writes,
  };
}

/** A suggestion that is a row of the database carries its id. */
function placed(issue: ImportIssue, planner: Planner): ImportIssue {
  if (!issue.suggestion || issue.about === 'file') return issue;
  const id = planner.idOf(issue.about === 'role' ? 'challenge' : issue.about, issue.suggestion.key);
  return {
    ...issue,
    suggestion: { ...issue.suggestion, id: planner.writes.creates.some(({ data }) => data.id === id) ? null : id },
  };
}
