import type { PanelsCase } from './panels-case';
import type { Panel } from './panels-check';

/** Why a file is where it is: the panels that hear it, who knows its themes there, who may not be with it. */
export interface PanelFileWhy {
  proposal: string;
  /** Positions in `panels`. */
  panels: number[];
  known: { theme: string; jurors: string[] }[];
  unknown: string[];
  /** Half-days its team can come. */
  halfDays: string[];
  barred: { juror: string; reason: string }[];
}

/** Why a juror is where they are: when they are free, what they bring there that nobody else does. */
export interface PanelJurorWhy {
  juror: string;
  panels: number[];
  halfDays: string[];
  /** Themes of their panels' files that they alone know there. */
  alone: string[];
  /** The only one of their background on a panel. */
  onlyBackground: boolean;
  /** One of the former fellows without whom a panel would miss one. */
  neededFellow: boolean;
  barred: number;
}

export function whyFiles(given: PanelsCase, panels: readonly Panel[]): PanelFileWhy[] {
  const daysOf = (free: boolean[]) => given.halfDays.filter((_, day) => free[day]);
  return given.proposals.map((proposal, file) => {
    const at = panels.flatMap((panel, p) => (panel.proposals.includes(proposal) ? [p] : []));
    const there = new Set(at.flatMap((p) => panels[p]!.jurors));
    const themes = given.themes
      .filter((theme) => theme.file === file)
      .map(({ name, jurors }) => ({
        theme: name,
        jurors: jurors.map((j) => given.jurors[j]!).filter((juror) => there.has(juror)),
      }));
    return {
      proposal,
      panels: at,
      known: themes.filter(({ jurors }) => jurors.length > 0),
      unknown: themes.filter(({ jurors }) => jurors.length === 0).map(({ theme }) => theme),
      halfDays: daysOf(given.fileFree[file]!),
      barred: given.barred
        .filter((one) => one.file === file)
        .map(({ juror, reason }) => ({ juror: given.jurors[juror]!, reason })),
    };
  });
}

export function whyJurors(given: PanelsCase, panels: readonly Panel[]): PanelJurorWhy[] {
  const former = new Set(given.former.map((j) => given.jurors[j]!));
  return given.jurors.map((juror, j) => {
    const at = panels.flatMap((panel, p) => (panel.jurors.includes(juror) ? [p] : []));
    const group = given.backgrounds.find(({ jurors }) => jurors.includes(j));
    const alike = new Set(group?.jurors.map((one) => given.jurors[one]!));
    const alone = at.flatMap((p) =>
      given.themes.flatMap(({ file, name, jurors }) =>
        panels[p]!.proposals.includes(given.proposals[file]!) &&
        jurors.includes(j) &&
        !jurors.some((other) => other !== j && panels[p]!.jurors.includes(given.jurors[other]!))
          ? [name]
          : [],
      ),
    );
    return {
      juror,
      panels: at,
      halfDays: given.halfDays.filter((_, day) => given.jurorFree[j]![day]),
      alone: [...new Set(alone)],
      onlyBackground: at.some((p) => group && panels[p]!.jurors.filter((one) => alike.has(one)).length === 1),
      neededFellow:
        former.has(juror) &&
        at.some((p) => panels[p]!.jurors.filter((one) => former.has(one)).length <= given.formerPerPanel),
      barred: given.barred.filter((one) => one.juror === j).length,
    };
  });
}
