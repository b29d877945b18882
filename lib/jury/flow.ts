/** An edge must carry at least `lower` and at most `upper`. */
export interface Arc {
  from: number;
  to: number;
  lower: number;
  upper: number;
}

/** Whether a circulation exists: every arc within its limits, as much into each node as out of it (Hoffman, by Dinic's maximum flow). */
export function circulationExists(nodes: number, arcs: readonly Arc[]): boolean {
  if (arcs.some(({ lower, upper }) => lower > upper)) return false;
  const excess = new Float64Array(nodes);
  const network = new Network(nodes + 2, arcs.length + nodes);
  for (const { from, to, lower, upper } of arcs) {
    network.add(from, to, upper - lower);
    excess[to]! += lower;
    excess[from]! -= lower;
  }
  const [source, sink] = [nodes, nodes + 1];
  let wanted = 0;
  excess.forEach((more, node) => {
    if (more > 0) {
      network.add(source, node, more);
      wanted += more;
    } else if (more < 0) network.add(node, sink, -more);
  });
  return network.most(source, sink) >= wanted - 1e-6;
}

class Network {
  private readonly head: Int32Array;
  private readonly next: Int32Array;
  private readonly to: Int32Array;
  private readonly room: Float64Array;
  private readonly level: Int32Array;
  private readonly at: Int32Array;
  private count = 0;

  constructor(
    private readonly nodes: number,
    arcs: number,
  ) {
    this.head = new Int32Array(nodes).fill(-1);
    this.next = new Int32Array(2 * arcs);
    this.to = new Int32Array(2 * arcs);
    this.room = new Float64Array(2 * arcs);
    this.level = new Int32Array(nodes);
    this.at = new Int32Array(nodes);
  }

  add(from: number, to: number, room: number) {
    this.half(from, to, room);
    this.half(to, from, 0);
  }

  private half(from: number, to: number, room: number) {
    this.to[this.count] = to;
    this.room[this.count] = room;
    this.next[this.count] = this.head[from]!;
    this.head[from] = this.count++;
  }

  most(source: number, sink: number): number {
    let flow = 0;
    while (this.layer(source, sink)) {
      this.at.set(this.head);
      for (let more = this.push(source, sink, Number.POSITIVE_INFINITY); more > 0; ) {
        flow += more;
        more = this.push(source, sink, Number.POSITIVE_INFINITY);
      }
    }
    return flow;
  }

  /** Distances from the source along arcs with room left. */
  private layer(source: number, sink: number): boolean {
    this.level.fill(-1);
    this.level[source] = 0;
    const queue = new Int32Array(this.nodes);
    queue[0] = source;
    for (let read = 0, written = 1; read < written; read++)
      for (let arc = this.head[queue[read]!]!; arc >= 0; arc = this.next[arc]!) {
        const node = this.to[arc]!;
        if (this.room[arc]! <= 0 || this.level[node]! >= 0) continue;
        this.level[node] = this.level[queue[read]!]! + 1;
        queue[written++] = node;
      }
    return this.level[sink]! >= 0;
  }

  private push(node: number, sink: number, most: number): number {
    if (node === sink) return most;
    for (; this.at[node]! >= 0; this.at[node] = this.next[this.at[node]!]!) {
      const arc = this.at[node]!;
      const target = this.to[arc]!;
      if (this.room[arc]! <= 0 || this.level[target] !== this.level[node]! + 1) continue;
      const sent = this.push(target, sink, Math.min(most, this.room[arc]!));
      if (sent <= 0) continue;
      this.room[arc]! -= sent;
      this.room[arc ^ 1]! += sent;
      return sent;
    }
    return 0;
  }
}
