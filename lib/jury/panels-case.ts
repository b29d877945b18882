import type { PanelsProblem } from './panels-schema';
import { compareIds, themeKey } from './readings';

/** The panels problem as numbers, people and files in the order of their ids. */
export interface PanelsCase {
  proposals: string[];
  jurors: string[];
  halfDays: string[];
  /** Half-day of each panel; panels of one half-day follow each other. */
  dayOf: number[];
  size: [min: number, max: number];
  files: [min: number, max: number];
  hearings: number[];
  seats: [min: number, max: number][];
  jurorFree: boolean[][];
  fileFree: boolean[][];
  /** [juror, proposal] never in one panel, with the reason. */
  barred: { juror: number; file: number; reason: 'conflict' | 'same_organisation' | 'forbidden' }[];
  pinned: [juror: number, file: number][];
  apart: [number, number][];
  former: number[];
  formerPerPanel: number;
  backgrounds: { name: string; jurors: number[] }[];
  /** One line per theme of a file: who knows it. */
  themes: { file: number; name: string; jurors: number[] }[];
  comparable: boolean;
  weights: PanelsProblem['weights'];
  timeLimitSeconds: number;
}

export function panelsCaseOf(problem: PanelsProblem): PanelsCase {
  const proposals = problem.proposals.toSorted((a, b) => compareIds(a.id, b.id));
  const jurors = problem.jurors.toSorted((a, b) => compareIds(a.id, b.id));
  const days = problem.halfDays;
  const fileAt = new Map(proposals.map(({ id }, at) => [id, at]));
  const jurorAt = new Map(jurors.map(({ id }, at) => [id, at]));
  const free = (available: boolean | string[]) =>
    days.map(({ id }) => (Array.isArray(available) ? available.includes(id) : available));
  const anchors = new Map(problem.anchors);
  const hearings = proposals.map(({ id, panels }) => anchors.get(id) ?? panels ?? problem.panelsPerProposal);
  const total = hearings.reduce((sum, count) => sum + count, 0);
  const former = jurors.flatMap(({ formerFellow }, at) => (formerFellow ? [at] : []));
  const jurorFree = jurors.map(({ available }) => free(available));
  return {
    proposals: proposals.map(({ id }) => id),
    jurors: jurors.map(({ id }) => id),
    halfDays: days.map(({ id }) => id),
    dayOf: spread(
      problem.panels,
      days.map(({ panels }) => panels),
    ),
    size: problem.jurorsPerPanel,
    files: problem.proposalsPerPanel ?? [0, Math.max(1, total)],
    hearings,
    seats: jurors.map(({ panels }, at) => (jurorFree[at]!.some(Boolean) ? (panels ?? [1, 1]) : [0, 0])),
    jurorFree,
    fileFree: proposals.map(({ available }) => free(available)),
    barred: barredOf(problem, proposals, jurors, jurorAt, fileAt),
    pinned: problem.pinned.map(([juror, proposal]) => [jurorAt.get(juror)!, fileAt.get(proposal)!]),
    apart: problem.apart.map(([a, b]) => [jurorAt.get(a)!, jurorAt.get(b)!]),
    former,
    formerPerPanel: problem.formerFellowsPerPanel ?? (former.length > 0 ? 1 : 0),
    backgrounds: backgroundsOf(jurors),
    themes: themesOf(proposals, jurors),
    comparable: problem.comparable,
    weights: problem.weights,
    timeLimitSeconds: problem.timeLimitSeconds,
  };
}

/** As many panels in each half-day as said, or as evenly as can be, the first half-days taking the extra ones. */
function spread(panels: number, given: (number | undefined)[]): number[] {
  return given.flatMap((count, day) => {
    const even = Math.floor(panels / given.length) + (day < panels % given.length ? 1 : 0);
    return Array.from({ length: count ?? even }, () => day);
  });
}

function barredOf(
  problem: PanelsProblem,
  proposals: PanelsProblem['proposals'],
  jurors: PanelsProblem['jurors'],
  jurorAt: Map<string, number>,
  fileAt: Map<string, number>,
): PanelsCase['barred'] {
  const found = new Map<string, PanelsCase['barred'][number]>();
  const bar = (juror: number, file: number, reason: PanelsCase['barred'][number]['reason']) =>
    found.set(`${juror} ${file}`, { juror, file, reason });
  for (const [juror, proposal] of problem.forbidden) bar(jurorAt.get(juror)!, fileAt.get(proposal)!, 'forbidden');
  jurors.forEach(({ organisations }, juror) => {
    const own = new Set(organisations.map(themeKey));
    proposals.forEach(({ organisation }, file) => {
      if (organisation?.trim() && own.has(themeKey(organisation))) bar(juror, file, 'same_organisation');
    });
  });
  for (const [juror, proposal] of problem.conflicts) bar(jurorAt.get(juror)!, fileAt.get(proposal)!, 'conflict');
  return [...found.values()].sort((a, b) => a.juror - b.juror || a.file - b.file);
}

function backgroundsOf(jurors: PanelsProblem['jurors']): PanelsCase['backgrounds'] {
  const names = [...new Set(jurors.flatMap(({ background }) => background ?? []))].sort(compareIds);
  return names.map((name) => ({
    name,
    jurors: jurors.flatMap(({ background }, at) => (background === name ? [at] : [])),
  }));
}

function themesOf(proposals: PanelsProblem['proposals'], jurors: PanelsProblem['jurors']): PanelsCase['themes'] {
  const known = jurors.map(
    ({ expertise }) =>
      new Set(
        (Array.isArray(expertise) ? expertise : Object.keys(expertise).filter((theme) => expertise[theme]! > 0)).map(
          themeKey,
        ),
      ),
  );
  return proposals.flatMap(({ themes }, file) =>
    [...new Set(themes.map(themeKey))].flatMap((name) => {
      const who = known.flatMap((set, at) => (set.has(name) ? [at] : []));
      return who.length > 0 ? [{ file, name, jurors: who }] : [];
    }),
  );
}
