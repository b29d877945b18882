import type { ProblemInput } from './assignment-schema';
import type { Evaluation } from './connection';
import type { PanelsInput } from './panels-schema';
import { seeded } from './random';

// Invented calls, to rehearse the day before the day, and for the tests and the bench. Nobody in them exists.

export const rehearsalThemes = [
  'accès',
  'cartes',
  'climat',
  'données',
  'droit',
  'emploi',
  'énergie',
  'fiscalité',
  'mer',
  'recherche',
  'santé',
  'usagers',
];
export const rehearsalBackgrounds = ['État', 'recherche', 'entreprise', 'association'];
const name = (letter: string, at: number) => `${letter}${String(at + 1).padStart(4, '0')}`;

export interface ReadingsSize {
  proposals: number;
  jurors: number;
  readers: number;
  seed?: number;
  /** Share of the pairs in declared conflict. */
  conflicts?: number;
  apart?: number;
}

/** A readings problem: maxima leave a fifth of room above an even share, minima a fifth under. */
export function rehearsalReadings(size: ReadingsSize): ProblemInput {
  const { proposals, jurors, readers, seed = 1, conflicts = 0.03, apart = 0 } = size;
  const random = seeded(seed);
  const even = (proposals * readers) / jurors;
  const organisations = Array.from({ length: 40 }, (_, at) => `Organisation ${at + 1}`);
  const files = Array.from({ length: proposals }, (_, i) => ({
    id: name('p', i),
    organisation: random.pick(organisations),
    themes: random.some(rehearsalThemes, 1 + random.below(3)),
  }));
  const people = Array.from({ length: jurors }, (_, j) => ({
    id: name('j', j),
    organisations: [random.pick(organisations)],
    expertise: random.some(rehearsalThemes, 1 + random.below(4)),
    available: true,
    load: [Math.floor(even * 0.8), Math.ceil(even * 1.2)] as [number, number],
  }));
  return {
    proposals: files,
    jurors: people,
    conflicts: files.flatMap((file) =>
      people.flatMap((juror): [string, string][] => (random.next() < conflicts ? [[juror.id, file.id]] : [])),
    ),
    apart: Array.from({ length: apart }, (_, at): [string, string] => {
      const first = random.below(jurors);
      return [people[first]!.id, people[(first + 1 + (at % (jurors - 1))) % jurors]!.id];
    }),
    readersPerProposal: readers,
  };
}

/** Panels of the size of cohort 4: 48 jurors, 8 panels, 21 files, four half-days. */
export function rehearsalPanels(seed = 1): PanelsInput {
  const random = seeded(seed);
  const halfDays = ['24 am', '24 pm', '25 am', '25 pm'];
  const proposals = Array.from({ length: 21 }, (_, i) => ({
    id: name('d', i),
    organisation: `Organisation ${random.below(18) + 1}`,
    themes: random.some(rehearsalThemes, 1 + random.below(3)),
  }));
  const jurors = Array.from({ length: 48 }, (_, j) => ({
    id: name('j', j),
    organisations: [`Organisation ${random.below(30) + 1}`],
    expertise: random.some(rehearsalThemes, 1 + random.below(3)),
    available: halfDays.filter((_, day) => day === j % 4 || random.next() < 0.5),
    background: random.pick(rehearsalBackgrounds),
    formerFellow: j < 12,
  }));
  return {
    proposals,
    jurors,
    halfDays,
    panels: 8,
    jurorsPerPanel: [5, 8],
    proposalsPerPanel: [2, 3],
    conflicts: Array.from({ length: 40 }, (): [string, string] => [random.pick(jurors).id, random.pick(proposals).id]),
    apart: [[jurors[0]!.id, jurors[13]!.id]],
  };
}

export interface MarksSize {
  files: number;
  jurors: number;
  perFile: number;
  seed?: number;
  /** Standard deviations of the files' quality, the jurors' leniency, and chance. */
  quality?: number;
  leniency?: number;
  chance?: number;
  /** Marks are rounded to this step. */
  step?: number;
}

/** Marks of a jury whose truth is known: each file is read by jurors taken in turn from a shuffled list. */
export function rehearsalMarks(size: MarksSize): { evaluations: Evaluation[]; truth: Map<string, number> } {
  const { files, jurors, perFile, seed = 1, quality = 0.6, leniency = 0.5, chance = 0.5, step = 0 } = size;
  const random = seeded(seed);
  const bias = Array.from({ length: jurors }, () => leniency * random.normal());
  const truth = new Map(Array.from({ length: files }, (_, i) => [name('p', i), 3 + quality * random.normal()]));
  const evaluations: Evaluation[] = [];
  let order: number[] = [];
  for (const [file, level] of truth) {
    const readers = new Set<number>();
    while (readers.size < perFile) {
      if (order.length === 0) order = Array.from({ length: jurors }, (_, j) => j).sort(() => random.next() - 0.5);
      readers.add(order.pop()!);
    }
    for (const j of readers) {
      const value = level + bias[j]! + chance * random.normal();
      evaluations.push({ file, juror: name('j', j), value: step ? Math.round(value / step) * step : value });
    }
  }
  return { evaluations, truth };
}

/** What decides the marks of a rehearsal: how severe each juror is, how good each file is, and chance. */
export interface MarkSource {
  seed: number;
  /** Standard deviation of the jurors' severity, as a share of the scale. */
  severity: number;
}

const hashed = (text: string, seed: number) =>
  [...text].reduce((hash, char) => Math.imul(hash ^ char.codePointAt(0)!, 0x01000193), seed ^ 0x811c9dc5);
const normalOf = (text: string, seed: number) => seeded(hashed(text, seed)).normal();

/** One mark as this juror would give it to this file: the same every time. */
export function rehearsalMark(
  { seed, severity }: MarkSource,
  { file, juror, criterion }: { file: string; juror: string; criterion: string },
  scale: { min: number; max: number; step: number },
): number {
  const share =
    0.55 +
    0.18 * normalOf(file, seed) +
    severity * normalOf(juror, seed + 1) +
    0.08 * normalOf(`${file} ${juror} ${criterion}`, seed + 2);
  const steps = Math.round((Math.min(1, Math.max(0, share)) * (scale.max - scale.min)) / scale.step);
  return Number((scale.min + steps * scale.step).toFixed(6));
}
