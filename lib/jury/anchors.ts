/** A file as a possible anchor: read by several panels, so that what one panel marks can be compared with another. */
export interface AnchorCandidate {
  id: string;
  /** Jurors who may not hear it. */
  barred: number;
  /** Jurors who know at least one of its themes. */
  experts: number;
  /** Half-days its team can come. */
  halfDays: number;
  /** Its place in the order of an earlier stage, 1 first, and how many were ordered; null: none. */
  rank: { place: number; of: number } | null;
}

/**
 * Candidates, the best placed first: a team that can come often enough, then the fewest jurors kept away, then the nearest
 * to the middle of the earlier order (neither a file everyone praises nor one everyone refuses tells panels apart), then
 * the most jurors who know its themes.
 */
export function orderAnchors(candidates: readonly AnchorCandidate[], wanted: number): AnchorCandidate[] {
  const offCentre = ({ rank }: AnchorCandidate) => (rank ? Math.abs(rank.place - (rank.of + 1) / 2) / rank.of : 0.5);
  const comes = ({ halfDays }: AnchorCandidate) => (halfDays >= wanted ? 0 : wanted - halfDays);
  return candidates.toSorted(
    (a, b) =>
      comes(a) - comes(b) ||
      a.barred - b.barred ||
      offCentre(a) - offCentre(b) ||
      b.experts - a.experts ||
      (a.id < b.id ? -1 : 1),
  );
}

/** Those chosen by name, then the best placed, up to `count`; names that are gone are passed over. */
export function anchorsOf(ordered: readonly AnchorCandidate[], chosen: readonly string[], count: number): string[] {
  const known = new Set(ordered.map(({ id }) => id));
  const named = chosen.filter((id) => known.has(id));
  const others = ordered.map(({ id }) => id).filter((id) => !named.includes(id));
  return [...named, ...others].slice(0, Math.max(count, named.length));
}

/**
 * How many panels each anchor file must be heard by so that all panels are linked: every hearing beyond the first links
 * one more panel. At most one in each half-day, since a team is in one room at a time.
 */
export function panelsPerAnchor(panels: number, anchors: number, halfDays: number): number {
  if (anchors === 0) return 1;
  return Math.min(Math.max(2, 1 + Math.ceil((panels - 1) / anchors)), Math.max(1, halfDays), panels);
}
