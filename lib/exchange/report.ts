import type { Plan } from './plan';
import type { Counts } from './planner';

/** What `npm run import -- FOLDER --json` prints, and what a run keeps. */
export type Report = {
  dialect: string;
  cohorts: Counts;
  challenges: Counts;
  people: Counts;
  organisations: Counts;
  roles: Counts;
  issues: { file: string; field: string; value: string; reason: string }[];
};

export function reportOf(plan: Plan): Report {
  const { dialect, cohorts, challenges, people, organisations, roles } = plan;
  const issues = plan.issues.map(({ file, field, value, reason }) => ({ file, field, value, reason }));
  return { dialect, cohorts, challenges, people, organisations, roles, issues };
}

export const total = (report: Report, act: keyof Counts): number =>
  report.cohorts[act] + report.challenges[act] + report.people[act] + report.organisations[act] + report.roles[act];
