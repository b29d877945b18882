export interface Evaluation {
  file: string;
  /** Who marked: a juror, or a panel when marks are collective. */
  juror: string;
  value: number;
}

export interface Part {
  files: string[];
  jurors: string[];
}

/**
 * Parts of the juror × file graph, largest first. Between two parts nobody marked anything in common: a severe juror
 * and weak files look exactly the same, and no arithmetic can tell them apart. Usable before the day, on assignments.
 */
export function connectedParts(pairs: readonly Pick<Evaluation, 'file' | 'juror'>[]): Part[] {
  const filesOf = Map.groupBy(pairs, ({ juror }) => juror);
  const jurorsOf = Map.groupBy(pairs, ({ file }) => file);
  const seen = new Set<string>();
  const parts: Part[] = [];
  for (const start of jurorsOf.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const files = [start];
    const jurors = new Set<string>();
    for (const file of files)
      for (const { juror } of jurorsOf.get(file)!) {
        if (jurors.has(juror)) continue;
        jurors.add(juror);
        for (const { file: next } of filesOf.get(juror)!) {
          if (seen.has(next)) continue;
          seen.add(next);
          files.push(next);
        }
      }
    parts.push({ files: files.sort(), jurors: [...jurors].sort() });
  }
  return parts.sort((a, b) => b.files.length - a.files.length || (a.files[0]! < b.files[0]! ? -1 : 1));
}
