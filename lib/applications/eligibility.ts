import { z } from 'zod';
import type { Answers } from '@/lib/calls/answers';
import { Conditions } from '@/lib/calls/conditions';
import type { Bilingual, FormDefinition } from '@/lib/calls/form';
import { validateAnswers } from '@/lib/calls/validation';
import type { Point } from './examination-settings';

export const VERDICTS = ['met', 'unmet'] as const;
export type FindingVerdict = (typeof VERDICTS)[number];
export type Finding = { id: string; verdict: FindingVerdict };

export const findings = z.array(z.object({ id: z.string(), verdict: z.enum(VERDICTS) })).catch([]);

export type EligibilityRule = {
  id: string;
  /** 'form': its sentence says why a file is not eligible; 'team': a point checked by eye. */
  kind: 'deadline' | 'complete' | 'form' | 'team';
  sentence: Bilingual | null;
  /** What the answers say; null when only a person can tell. */
  found: FindingVerdict | null;
};

type File = {
  submittedAt: Date | null;
  /** `closed`: the dates a deadline had before it was moved. Brought forward, it makes nobody late who was in time. */
  call: { closesAt: Date; graceSeconds: number; closed?: readonly Date[] };
};

/** The rules of a call for one file, each with what its answers say of it: time, completeness, the form's rules, the team's points. */
export function eligibilityRules(
  form: FormDefinition,
  answers: Answers,
  file: File,
  points: readonly Point[],
): EligibilityRule[] {
  const conditions = new Conditions(form, answers);
  const inTime =
    file.submittedAt !== null &&
    [file.call.closesAt, ...(file.call.closed ?? [])].some(
      (closes) => Number(file.submittedAt) <= closes.getTime() + file.call.graceSeconds * 1000,
    );
  const complete = validateAnswers(form, answers).length === 0;
  const say = (held: boolean): FindingVerdict => (held ? 'met' : 'unmet');
  return [
    { id: 'deadline', kind: 'deadline', sentence: null, found: say(inTime) },
    { id: 'complete', kind: 'complete', sentence: null, found: say(complete) },
    ...form.ineligibility.map(
      (rule): EligibilityRule => ({
        id: `form-${rule.id}`,
        kind: 'form',
        sentence: rule.message,
        found: say(conditions.truth(rule.when) !== true),
      }),
    ),
    ...points.map((point): EligibilityRule => ({ id: `team-${point.id}`, kind: 'team', sentence: point, found: null })),
  ];
}

/** What was found of each rule: what a person says, else what the answers say; unknown points are left out. */
export function findingsOf(rules: readonly EligibilityRule[], said: Readonly<Record<string, string>> = {}): Finding[] {
  return rules.flatMap(({ id, found }) => {
    const verdict = VERDICTS.find((one) => one === said[id]) ?? found;
    return verdict ? [{ id, verdict }] : [];
  });
}

/** Whether a decision and what was found agree: a file found eligible breaks no rule, one that is not breaks at least one. */
export function agrees(after: 'eligible' | 'ineligible', list: readonly Finding[]): boolean {
  const broken = list.some(({ verdict }) => verdict === 'unmet');
  return after === 'eligible' ? !broken : broken;
}
