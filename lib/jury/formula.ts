/**
 * Formulas over marks, written by coordinators to sort files: text → tokens → typed tree. Language: docs/jury-formulas.md.
 * Nothing throws on input: a fault is a value with its place in the text. There is no evaluation of code.
 */
export type FormulaFault = { reason: FaultReason; at: number; found?: string };
export type FaultReason =
  | 'too_long'
  | 'too_deep'
  | 'unexpected_character'
  | 'unexpected_end'
  | 'unexpected_word'
  | 'unknown_name'
  | 'wrong_number_of_arguments'
  | 'number_expected'
  | 'condition_expected'
  | 'nested_summary';

export type Summary = 'mean' | 'sum' | 'lowest' | 'highest' | 'spread' | 'count';
export type Operator = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '=' | '!=' | 'and' | 'or';
export type Node =
  | { kind: 'number'; value: number }
  /** Of one review inside a summary; the mean of the file's reviews outside. */
  | { kind: 'mark'; name: string }
  /** Of the file. */
  | { kind: 'figure'; name: string }
  | { kind: 'summary'; name: Summary; of: Node }
  | { kind: 'call'; name: 'min' | 'max' | 'abs' | 'round'; of: Node[] }
  | { kind: 'if'; of: [Node, Node, Node] }
  | { kind: 'not' | 'minus'; of: Node }
  | { kind: 'binary'; operator: Operator; left: Node; right: Node };

/** Names a formula may use: criteria and other marks of a review, and figures of the file. */
export interface Vocabulary {
  marks: readonly string[];
  figures: readonly string[];
}

export type Formula = { ok: true; tree: Node } | { ok: false; fault: FormulaFault };

const SUMMARIES = new Set<string>(['mean', 'sum', 'lowest', 'highest', 'spread', 'count']);
/** A map, not an object: `constructor(1)` is an unknown name like any other. */
const CALLS = new Map<string, [least: number, most: number]>([
  ['min', [2, 20]],
  ['max', [2, 20]],
  ['abs', [1, 1]],
  ['round', [1, 2]],
  ['if', [3, 3]],
]);
export const MAX_LENGTH = 1000;
const MAX_DEPTH = 40;
const TOKEN = /\s+|(?<number>\d+(?:\.\d+)?)(?![\w.])|(?<word>[a-zA-Z_][a-zA-Z0-9_]*)|(?<sign>!=|<=|>=|[=<>()+\-*/,])/y;
const LEVELS: Operator[][] = [['or'], ['and'], ['=', '!=', '<', '<=', '>', '>='], ['+', '-'], ['*', '/']];

type Token = { kind: 'number' | 'word' | 'sign' | 'end'; value: string; at: number };
type Typed = { node: Node; type: 'number' | 'condition'; at: number };

class Failure extends Error {
  constructor(readonly fault: FormulaFault) {
    super(fault.reason);
  }
}

function fail(reason: FaultReason, { at, value }: { at: number; value?: string }): never {
  throw new Failure({ reason, at, ...(value ? { found: value } : {}) });
}

/** Reads a formula whose result is a number. */
export function parseFormula(source: string, vocabulary: Vocabulary): Formula {
  if (source.length > MAX_LENGTH) return { ok: false, fault: { reason: 'too_long', at: MAX_LENGTH } };
  try {
    const parser = new Parser(tokenize(source), vocabulary);
    return { ok: true, tree: parser.whole() };
  } catch (error) {
    if (error instanceof Failure) return { ok: false, fault: error.fault };
    throw error;
  }
}

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < source.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(source)?.groups;
    if (!groups) fail('unexpected_character', { at, value: source[at] });
    for (const kind of ['number', 'word', 'sign'] as const)
      if (groups[kind] !== undefined) tokens.push({ kind, value: groups[kind], at });
  }
  tokens.push({ kind: 'end', value: '', at: source.length });
  return tokens;
}

class Parser {
  private index = 0;
  private depth = 0;
  private inSummary = false;

  constructor(
    private readonly tokens: Token[],
    private readonly vocabulary: Vocabulary,
  ) {}

  whole(): Node {
    const tree = this.number(this.level(0));
    if (this.peek().kind !== 'end') fail('unexpected_word', this.peek());
    return tree;
  }

  private peek(): Token {
    return this.tokens[this.index]!;
  }

  private next(): Token {
    const token = this.peek();
    if (token.kind === 'end') fail('unexpected_end', token);
    this.index++;
    return token;
  }

  private takes(value: string): boolean {
    if (this.peek().kind === 'end' || this.peek().value !== value) return false;
    this.index++;
    return true;
  }

  private number({ node, type, at }: Typed): Node {
    return type === 'number' ? node : fail('number_expected', { at });
  }

  private condition({ node, type, at }: Typed): Node {
    return type === 'condition' ? node : fail('condition_expected', { at });
  }

  private level(depth: number): Typed {
    const operators = LEVELS[depth];
    if (!operators) return this.unary();
    let left = this.level(depth + 1);
    for (;;) {
      const operator = operators.find((sign) => this.peek().kind !== 'end' && this.peek().value === sign);
      if (!operator) return left;
      this.index++;
      const right = this.level(depth + 1);
      const side = operator === 'and' || operator === 'or' ? this.condition.bind(this) : this.number.bind(this);
      const node: Node = { kind: 'binary', operator, left: side(left), right: side(right) };
      left = { node, type: depth < 3 ? 'condition' : 'number', at: left.at };
    }
  }

  private unary(): Typed {
    if (++this.depth > MAX_DEPTH) fail('too_deep', this.peek());
    const { at } = this.peek();
    let typed: Typed;
    if (this.takes('not')) typed = { node: { kind: 'not', of: this.condition(this.unary()) }, type: 'condition', at };
    else if (this.takes('-')) typed = { node: { kind: 'minus', of: this.number(this.unary()) }, type: 'number', at };
    else typed = this.primary(this.next());
    this.depth--;
    return typed;
  }

  private primary(token: Token): Typed {
    const { at, value } = token;
    if (token.kind === 'number') return { node: { kind: 'number', value: Number(value) }, type: 'number', at };
    if (token.kind === 'sign') {
      if (value !== '(') fail('unexpected_word', token);
      const inner = this.level(0);
      this.close();
      return inner;
    }
    if (this.peek().value === '(' && (SUMMARIES.has(value) || CALLS.has(value))) return this.called(token);
    if (this.vocabulary.marks.includes(value)) return { node: { kind: 'mark', name: value }, type: 'number', at };
    if (this.vocabulary.figures.includes(value)) return { node: { kind: 'figure', name: value }, type: 'number', at };
    return fail('unknown_name', token);
  }

  private called({ value: name, at, ...token }: Token): Typed {
    this.next();
    if (SUMMARIES.has(name)) {
      if (this.inSummary) fail('nested_summary', { at, value: name });
      this.inSummary = true;
      const of = this.number(this.level(0));
      this.inSummary = false;
      this.close();
      return { node: { kind: 'summary', name: name as Summary, of }, type: 'number', at };
    }
    const given = [this.level(0)];
    while (this.takes(',')) given.push(this.level(0));
    this.close();
    const [least, most] = CALLS.get(name)!;
    if (given.length < least || given.length > most) fail('wrong_number_of_arguments', { ...token, at, value: name });
    if (name === 'if') {
      const of: [Node, Node, Node] = [this.condition(given[0]!), this.number(given[1]!), this.number(given[2]!)];
      return { node: { kind: 'if', of }, type: 'number', at };
    }
    const of = given.map((one) => this.number(one));
    return { node: { kind: 'call', name: name as 'min' | 'max' | 'abs' | 'round', of }, type: 'number', at };
  }

  private close() {
    const token = this.next();
    if (token.value !== ')') fail('unexpected_word', token);
  }
}
