import { type Breach, checkPairs } from '@/lib/jury/assignment-check';
import { problemSchema } from '@/lib/jury/assignment-schema';
import { panelsCaseOf } from '@/lib/jury/panels-case';
import { checkPanels, type PanelBreach } from '@/lib/jury/panels-check';
import { panelsProblemSchema } from '@/lib/jury/panels-schema';
import { standingPanels } from '@/lib/jury/queries/panels';
import { panelsProblem, readingsProblem } from '@/lib/jury/queries/problem';
import { namesOf } from '@/lib/jury/queries/solution';
import type { StageDetail } from '@/lib/jury/queries/stages';
import { readingsOf } from '@/lib/jury/readings';
import type { Viewer } from '@/lib/viewer';

export type Broken<B> = { breaches: B[]; names: Record<string, string> };

/** What the readings as they stand break, solved or changed by hand: the same check as the solver's own answers. */
export async function readingBreaches(viewer: Viewer, stage: StageDetail): Promise<Broken<Breach>> {
  const [asked, names] = await Promise.all([readingsProblem(viewer, stage), namesOf(viewer, stage)]);
  if (!asked || asked.standing.length === 0) return { breaches: [], names };
  return { breaches: checkPairs(readingsOf(problemSchema.parse(asked.problem)), asked.standing).breaches, names };
}

/** The same of panels. */
export async function panelBreaches(viewer: Viewer, stage: StageDetail): Promise<Broken<PanelBreach>> {
  const [problem, standing, names] = await Promise.all([
    panelsProblem(viewer, stage),
    standingPanels(viewer, stage),
    namesOf(viewer, stage),
  ]);
  if (!problem || standing.length === 0) return { breaches: [], names };
  const given = panelsCaseOf(panelsProblemSchema.parse(problem));
  const known = { jurors: new Set(given.jurors), proposals: new Set(given.proposals) };
  const among = standing.map((panel) => ({
    ...panel,
    jurors: panel.jurors.filter((id) => known.jurors.has(id)),
    proposals: panel.proposals.filter((id) => known.proposals.has(id)),
  }));
  return { breaches: checkPanels(given, among).breaches, names };
}
