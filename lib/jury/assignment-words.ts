import type { Answer, Concession, NamedRule } from './assignment-answer';
import type { Breach } from './assignment-check';

// Plain English for the command line. The screens word the same structures from messages/.

export function summarise({ status, objective, bound, pairs, unmet, explanation }: Answer): string[] {
  const { contradiction, relaxation, proposals, jurors } = explanation;
  if (status === 'optimal')
    return [
      `${pairs.length} readings, ${objective} points; no assignment that respects every rule is worth more.`,
      ...unread(proposals),
    ];
  if (status === 'feasible')
    return [
      `${pairs.length} readings, ${objective} points, every rule respected. Time ran out before the proof: at most ${bound} points are possible.`,
      ...unread(proposals),
    ];
  if (status === 'undecided') return ['Time ran out before a complete assignment was found or proved impossible.'];
  return [
    'No assignment respects every rule.',
    ...(contradiction
      ? [
          `${contradiction.rules.length === 1 ? 'This rule cannot hold' : 'These rules contradict each other'}: ${sentences(contradiction.rules).join('; ')}.`,
        ]
      : []),
    ...(contradiction ? tooFew(contradiction.rules, proposals.length, jurors.length) : []),
    ...(contradiction?.minimal === false ? ['Time ran out before this set was cut down to its smallest.'] : []),
    ...(relaxation ? [`The cheapest way out: ${few(relaxation.concessions.map(concession), '; ')}.`] : []),
    `The pairs given cross no prohibition and no maximum; they leave ${unmet.length} demand${unmet.length === 1 ? '' : 's'} unmet: ${few(unmet.map(breachWords))}.`,
  ];
}

function unread(proposals: Answer['explanation']['proposals']): string[] {
  const without = proposals.filter(({ readers, points }) => readers.length > 0 && points === 0);
  return without.length === 0
    ? []
    : [`Nobody who knows their themes reads: ${few(without.map(({ proposal }) => proposal))}.`];
}

function few(items: readonly string[], between = ', '): string {
  return items.length <= 8 ? items.join(between) : `${items.slice(0, 8).join(between)} and ${items.length - 8} more`;
}

/** A single rule that contradicts nothing but the numbers of people and files. */
function tooFew(rules: readonly NamedRule[], files: number, people: number): string[] {
  const [rule, ...others] = rules;
  if (!rule || others.length > 0) return [];
  if (rule.kind === 'readers' && rule.wanted > people) return [`The jury has ${people} in all.`];
  if (rule.kind === 'load_min' && rule.limit > files) return [`There are ${files} proposals in all.`];
  return [];
}

/** Rules of one kind are counted together, so that a set of 360 rules still reads as three sentences. */
function sentences(rules: readonly NamedRule[]): string[] {
  const of = <K extends NamedRule['kind']>(kind: K) =>
    rules.filter((rule): rule is NamedRule & { kind: K } => rule.kind === kind);
  const said: string[] = [];
  const readers = of('readers');
  if (readers.length > 0) {
    const total = readers.reduce((sum, { wanted }) => sum + wanted, 0);
    const names = few(readers.map(({ proposal }) => proposal));
    said.push(
      readers.length === 1
        ? `proposal ${names} needs exactly ${total} readers`
        : `${readers.length} proposals need exactly ${total} readings together (${names})`,
    );
  }
  for (const [kind, verb] of [
    ['load_max', 'may read at most'],
    ['load_min', 'must read at least'],
  ] as const) {
    const loads = of(kind) as { juror: string; limit: number }[];
    if (loads.length === 0) continue;
    const total = loads.reduce((sum, { limit }) => sum + limit, 0);
    const names = few(loads.map(({ juror, limit }) => `${juror}: ${limit}`));
    said.push(
      `${loads.length === 1 ? 'one juror' : `${loads.length} jurors`} ${verb} ${total}${loads.length === 1 ? '' : ' together'} (${names})`,
    );
  }
  const absent = of('unavailable');
  if (absent.length > 0) said.push(`not available: ${few(absent.map(({ juror }) => juror))}`);
  for (const reason of ['conflict', 'same_organisation', 'forbidden'] as const) {
    const pairs = of('blocked').filter((rule) => rule.reason === reason);
    if (pairs.length > 0)
      said.push(`${reasonWords[reason]}: ${few(pairs.map(({ juror, proposal }) => `${juror} on ${proposal}`))}`);
  }
  for (const { juror, proposal } of of('pinned')) said.push(`${juror} is pinned on ${proposal}`);
  const apart = of('apart').map(({ jurors }) => jurors.join(' and '));
  if (apart.length > 0) said.push(`${few(apart)} are never together`);
  return said;
}

const reasonWords = {
  conflict: 'in conflict',
  same_organisation: 'of the same organisation',
  forbidden: 'forbidden',
} as const;

function concession(given: Concession): string {
  switch (given.kind) {
    case 'readers':
      return `${given.proposal} read by ${given.to} instead of ${given.from}`;
    case 'load_min':
      return `minimum of ${given.juror} lowered from ${given.from} to ${given.to}`;
    case 'load_max':
      return `maximum of ${given.juror} raised from ${given.from} to ${given.to}`;
    case 'pinned':
      return `${given.juror} no longer pinned on ${given.proposal}`;
    case 'forbidden':
      return `${given.juror} allowed on ${given.proposal}`;
    case 'apart':
      return `${given.jurors.join(' and ')} together on ${given.proposal}`;
  }
}

export function breachWords(breach: Breach): string {
  switch (breach.kind) {
    case 'readers':
      return `${breach.proposal} has ${breach.given} of ${breach.wanted} readers`;
    case 'load_min':
      return `${breach.juror} has ${breach.given}, minimum ${breach.limit}`;
    case 'load_max':
      return `${breach.juror} has ${breach.given}, maximum ${breach.limit}`;
    case 'pinned':
      return `${breach.juror} is not on ${breach.proposal} although pinned`;
    case 'blocked':
      return `${breach.juror} may not read ${breach.proposal} (${breach.reason})`;
    case 'apart':
      return `${breach.jurors.join(' and ')} are together on ${breach.proposal}`;
    case 'twice':
      return `${breach.juror} is twice on ${breach.proposal}`;
    case 'unknown':
      return `no such juror or proposal: ${breach.juror}, ${breach.proposal}`;
  }
}
