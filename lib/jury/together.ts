/** Nodes looked at before giving up the answer. */
const NODES = 20_000;

/**
 * Whether so many of these people can be together, given who may not be with whom (`near`). Branch and bound: people all
 * apart from each other bring one at most, so a cover by such groups bounds what is left.
 */
export function canBeTogether(
  people: readonly number[],
  near: ReadonlyMap<number, ReadonlySet<number>>,
  wanted: number,
): boolean | 'unknown' {
  let left = NODES;
  let isOver = false;
  const isApart = (a: number, b: number) => near.get(a)?.has(b) ?? false;
  const walk = (rest: readonly number[], needed: number): boolean => {
    if (needed <= 0) return true;
    if (left-- <= 0) {
      isOver = true;
      return false;
    }
    // Of a group all apart at most one comes: enough groups must be left.
    const groups: number[][] = [];
    for (const person of rest) {
      const group = groups.find((members) => members.every((member) => isApart(member, person)));
      if (group) group.push(person);
      else groups.push([person]);
    }
    if (groups.length < needed) return false;
    // The first groups bring one fewer than needed: somebody of the others comes.
    const open = groups.slice(needed - 1).flat();
    let others = rest;
    for (const person of open) {
      others = others.filter((other) => other !== person);
      if (
        walk(
          others.filter((other) => !isApart(person, other)),
          needed - 1,
        )
      )
        return true;
    }
    return false;
  };
  return walk(people, wanted) || (isOver ? 'unknown' : false);
}
