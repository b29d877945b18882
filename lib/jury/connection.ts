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

/** A file, or who marked, without whom the marks would fall into `sides` groups of two files or more. */
export interface Thread {
  kind: 'file' | 'juror';
  id: string;
  sides: number;
}

type Graph = { nodes: Omit<Thread, 'sides'>[]; near: number[][] };

/**
 * What alone holds the graph together: the comparison of two groups then rests on one file, or on one person. Tarjan's
 * lowest reachable numbers, without recursion: one pass over the marks.
 */
export function threadsOf(pairs: readonly Pick<Evaluation, 'file' | 'juror'>[]): Thread[] {
  const graph = graphOf(pairs);
  const seen = graph.nodes.map(() => -1);
  const threads: Thread[] = [];
  for (const start of graph.nodes.keys()) if (seen[start]! < 0) threads.push(...threadsFrom(start, graph, seen));
  return threads.sort((a, b) => b.sides - a.sides || (a.id < b.id ? -1 : 1));
}

function graphOf(pairs: readonly Pick<Evaluation, 'file' | 'juror'>[]): Graph {
  const graph: Graph = { nodes: [], near: [] };
  const number = new Map<string, number>();
  const numberOf = (kind: Thread['kind'], id: string) => {
    const known = number.get(`${kind} ${id}`);
    if (known !== undefined) return known;
    number.set(`${kind} ${id}`, graph.nodes.length);
    graph.near.push([]);
    return graph.nodes.push({ kind, id }) - 1;
  };
  for (const pair of pairs) {
    const [file, juror] = [numberOf('file', pair.file), numberOf('juror', pair.juror)];
    graph.near[file]!.push(juror);
    graph.near[juror]!.push(file);
  }
  return graph;
}

function threadsFrom(start: number, { nodes, near }: Graph, seen: number[]): Thread[] {
  const [low, files, next, order]: [number[], number[], number[], number[]] = [[], [], [], []];
  /** Files on each side that a node alone holds to the rest. */
  const apart: number[][] = [];
  const own = (node: number) => (nodes[node]!.kind === 'file' ? 1 : 0);
  const enter = (node: number) => {
    seen[node] = order.push(node) - 1;
    [low[node], files[node], apart[node], next[node]] = [seen[node]!, own(node), [], 0];
    return node;
  };
  const path = [enter(start)];
  while (path.length > 0) {
    const node = path.at(-1)!;
    const to = near[node]![next[node]!++];
    if (to !== undefined) {
      if (seen[to]! < 0) path.push(enter(to));
      else low[node] = Math.min(low[node]!, seen[to]!);
      continue;
    }
    path.pop();
    const above = path.at(-1);
    if (above === undefined) continue;
    low[above] = Math.min(low[above]!, low[node]!);
    files[above]! += files[node]!;
    if (low[node]! >= seen[above]!) apart[above]!.push(files[node]!);
  }
  return order.flatMap((node) => {
    const rest = files[start]! - own(node) - apart[node]!.reduce((sum, one) => sum + one, 0);
    const sides = [...apart[node]!, rest].filter((count) => count >= 2).length;
    return sides >= 2 ? [{ ...nodes[node]!, sides }] : [];
  });
}
