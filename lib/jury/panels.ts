import { type Highs, loadSolver } from '../solver';
import { type PanelsCase, panelsCaseOf } from './panels-case';
import { checkPanels, type Panel, type PanelBreach, partsOf } from './panels-check';
import { contradictoryRules, type PanelContradiction, unitsOf } from './panels-contradiction';
import { type PanelRule, panelRules, panelsModel, type Request } from './panels-model';
import { type PanelsInput, panelsProblemSchema } from './panels-schema';
import { searchPanels } from './panels-search';
import { type PanelFileWhy, type PanelJurorWhy, whyFiles, whyJurors } from './panels-why';
import { summarisePanels } from './panels-words';

export interface PanelsAnswer {
  version: 1;
  status: 'optimal' | 'feasible' | 'infeasible' | 'undecided';
  objective: number | null;
  bound: number | null;
  gap: number | null;
  panels: Panel[];
  unmet: PanelBreach[];
  explanation: {
    summary: string[];
    /** Objective if every wish were met, contradictions between wishes left aside. */
    ideal: number;
    /** Groups of panels linked by a shared file; with more than one, marks cannot be compared across groups. */
    comparableParts: number;
    themesUnknown: { proposal: string; theme: string; panel: number }[];
    proposals: PanelFileWhy[];
    jurors: PanelJurorWhy[];
    contradiction?: PanelContradiction;
    /** The fewest demands to give up, each reader, seat, juror or hearing too few or too many counting for one. */
    relaxation?: { cost: number; bound: number; concessions: PanelBreach[]; panels: Panel[] };
  };
}

const ALL = new Set<PanelRule>(panelRules);

/** Panels that respect every rule and meet the most wishes, with the proof; or what contradicts what. Deterministic. */
export async function composePanels(input: PanelsInput): Promise<PanelsAnswer> {
  const given = panelsCaseOf(panelsProblemSchema.parse(input));
  return answer(await loadSolver(), given, {});
}

/** The same after somebody is missing: as many seats and hearings as possible stay where they are, then the most wishes. */
export async function recomposePanels(input: PanelsInput, standing: readonly Panel[]): Promise<PanelsAnswer> {
  const given = panelsCaseOf(panelsProblemSchema.parse(input));
  const left = [...standing];
  const panels = given.dayOf.map((day) => {
    const at = left.findIndex(({ halfDay }) => halfDay === given.halfDays[day]);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  });
  const at = (ids: readonly string[], all: readonly string[]) =>
    new Set(ids.map((id) => all.indexOf(id)).filter((index) => index >= 0));
  const keep = {
    jurors: panels.map((panel) => at(panel?.jurors ?? [], given.jurors)),
    files: panels.map((panel) => at(panel?.proposals ?? [], given.proposals)),
    worth: wishRange(given),
  };
  return answer(await loadSolver(), given, { keep });
}

function answer(highs: Highs, given: PanelsCase, base: Omit<Request, 'active'>): PanelsAnswer {
  const deadline = performance.now() + given.timeLimitSeconds * 1000;
  const found = compose(highs, given, { ...base, active: ALL }, deadline);
  if (found.outcome === 'infeasible') return impossible(highs, given, base);
  const { breaches, points, parts } = checkPanels(given, found.panels);
  const valid = found.panels.length > 0 && breaches.length === 0;
  const kept = -Math.round(found.value) - points;
  const bound = Math.max(points, Math.min(found.ideal, Math.floor(-found.bound + 1e-4) - kept));
  const gap = (bound - points) / Math.max(1, Math.abs(points));
  const status = valid ? (gap === 0 ? 'optimal' : 'feasible') : 'undecided';
  const known = valid ? { objective: points, bound, gap } : { objective: null, bound: null, gap: null };
  return explained(
    given,
    { version: 1, status, ...known, panels: valid ? found.panels : [], unmet: [] },
    found.ideal,
    parts,
  );
}

/** Panels found by search that meet every wish need no proof; others are where the exact search starts. */
function searched(given: PanelsCase, ideal: number) {
  const known = searchPanels(given, ideal);
  if (!known) return null;
  const panels = given.dayOf.map((day, p) => ({
    halfDay: given.halfDays[day]!,
    jurors: known.jurors[p]!.toSorted((a, b) => a - b).map((j) => given.jurors[j]!),
    proposals: known.files[p]!.toSorted((a, b) => a - b).map((f) => given.proposals[f]!),
  }));
  const { breaches, points } = checkPanels(given, panels);
  if (breaches.some(({ kind }) => kind !== 'not_comparable')) return null;
  return { known, panels, isIdeal: breaches.length === 0 && points === ideal };
}

/** Solves, and while the panels fall apart although they must be comparable, asks each part to share a file with the rest. */
function compose(highs: Highs, given: PanelsCase, request: Request, deadline: number) {
  const linked: number[][] = [];
  for (;;) {
    const model = panelsModel(highs, given, { ...request, linked });
    const worthIt =
      request.active === ALL && !request.keep && linked.length === 0 && given.dayOf.length * given.jurors.length > 100;
    const first = worthIt ? searched(given, -model.ideal) : null;
    if (first?.isIdeal)
      return {
        outcome: 'optimal' as const,
        value: model.ideal,
        bound: model.ideal,
        ideal: -model.ideal,
        panels: first.panels,
      };
    const solved = model.draft.solve(
      (deadline - performance.now()) / 1000,
      first ? model.start(first.known) : undefined,
    );
    const inside = (columns: number[][], p: number) =>
      columns.flatMap((row, at) => (solved.values[row[p]!]! > 0.5 ? [at] : []));
    const usable = solved.outcome !== 'infeasible' && solved.found;
    const files = given.dayOf.map((_, p) => (usable ? inside(model.hears, p) : []));
    const parts = partsOf(files.map((set) => new Set(set)));
    if (
      usable &&
      given.comparable &&
      request.active.has('comparable') &&
      parts.length > 1 &&
      performance.now() < deadline
    ) {
      linked.push(...parts);
      continue;
    }
    const panels = given.dayOf.map((day, p) => ({
      halfDay: given.halfDays[day]!,
      jurors: inside(model.sits, p).map((j) => given.jurors[j]!),
      proposals: files[p]!.map((f) => given.proposals[f]!),
    }));
    return { ...solved, ideal: -model.ideal, panels: usable ? panels : [] };
  }
}

function impossible(highs: Highs, given: PanelsCase, base: Omit<Request, 'active'>): PanelsAnswer {
  const until = () => performance.now() + Math.min(given.timeLimitSeconds, 20) * 1000;
  const plain = { ...given, weights: { themes: 0, backgrounds: 0, balance: 0 } };
  const seconds = Math.min(given.timeLimitSeconds, 10);
  const contradiction = contradictoryRules(
    given,
    (request, deadline) => compose(highs, plain, request, deadline).outcome,
    seconds,
  );
  const active = new Set(panelRules.filter((rule) => rule !== 'comparable'));
  const missPrice = wishRange(given) * (base.keep ? given.jurors.length + given.proposals.length : 1);
  const partial = compose(highs, given, { ...base, active, missPrice }, until());
  const { breaches, parts } = checkPanels(given, partial.panels);
  const none = { objective: null, bound: null, gap: null };
  const found = {
    version: 1 as const,
    status: 'infeasible' as const,
    ...none,
    panels: partial.panels,
    unmet: breaches,
  };
  const explanation = explained(given, found, partial.ideal, parts);
  explanation.explanation.contradiction = contradiction;
  explanation.explanation.relaxation = cheapest(highs, plain, { active, missPrice: 1, stretch: true }, until());
  explanation.explanation.summary = summarisePanels(explanation);
  return explanation;
}

function cheapest(highs: Highs, given: PanelsCase, request: Request, deadline: number) {
  const { panels, outcome, bound } = compose(highs, given, request, deadline);
  if (panels.length === 0) return undefined;
  const { breaches } = checkPanels(given, panels);
  const cost = breaches.reduce((sum, breach) => sum + unitsOf(breach), 0);
  const least = outcome === 'optimal' ? cost : Math.min(cost, Math.max(1, Math.ceil(bound / request.missPrice!)));
  return { cost, bound: least, concessions: breaches, panels };
}

/** More than the wishes can differ by. */
function wishRange({ weights, themes, hearings, backgrounds, dayOf, jurors }: PanelsCase): number {
  const known = themes.reduce((sum, { file }) => sum + hearings[file]!, 0);
  const heard = hearings.reduce((sum, count) => sum + count, 0);
  return (
    1 +
    weights.themes * known +
    weights.backgrounds * backgrounds.length * dayOf.length +
    weights.balance * (jurors.length + heard)
  );
}

function explained(
  given: PanelsCase,
  found: Omit<PanelsAnswer, 'explanation'>,
  ideal: number,
  parts: number,
): PanelsAnswer {
  const themesUnknown = found.panels.flatMap((panel, p) =>
    given.themes.flatMap(({ file, name, jurors }) => {
      const proposal = given.proposals[file]!;
      if (!panel.proposals.includes(proposal) || jurors.some((j) => panel.jurors.includes(given.jurors[j]!))) return [];
      return [{ proposal, theme: name, panel: p }];
    }),
  );
  const why = { proposals: whyFiles(given, found.panels), jurors: whyJurors(given, found.panels) };
  const explanation = { summary: [], ideal, comparableParts: parts, themesUnknown, ...why };
  const answer: PanelsAnswer = { ...found, explanation };
  answer.explanation.summary = summarisePanels(answer);
  return answer;
}
