/**
 * The language of conditions (docs/expressions.md): text → tokens → tree. Nothing here or after it throws on input:
 * a fault is a value with its place in the text.
 */
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Expression =
  | { kind: 'number'; value: number; at: number }
  | { kind: 'text'; value: string; at: number }
  | { kind: 'date'; value: string; at: number }
  | { kind: 'boolean'; value: boolean; at: number }
  | { kind: 'field'; name: string; part?: string; at: number }
  | { kind: 'count'; name: string; at: number }
  | { kind: 'sum'; name: string; part: string; at: number }
  | { kind: 'not'; of: Expression; at: number }
  | { kind: 'and' | 'or'; left: Expression; right: Expression; at: number }
  | { kind: 'arithmetic'; operator: '+' | '-' | '*'; left: Expression; right: Expression; at: number }
  | { kind: 'compare'; operator: Comparison; left: Expression; right: Expression; at: number }
  | { kind: 'in'; value: Expression; list: Expression[]; at: number }
  | { kind: 'contains'; value: Expression; name: string; part?: string; at: number }
  | { kind: 'empty'; of: Expression; at: number };

export type Fault = { reason: FaultReason; at: number; found?: string };
export type FaultReason =
  | 'too_long'
  | 'too_deep'
  | 'unexpected_character'
  | 'unexpected_end'
  | 'unexpected_word'
  | 'text_not_closed'
  | 'impossible_date'
  | 'unknown_field'
  | 'unknown_part'
  | 'in_group'
  | 'unknown_option'
  | 'wrong_type'
  | 'not_a_condition';
export type Parsed = { ok: true; tree: Expression } | { ok: false; fault: Fault };

const MAX_LENGTH = 1000;
const MAX_DEPTH = 40;

type Token = { kind: 'number' | 'text' | 'date' | 'word' | 'sign' | 'end'; value: string; at: number };

const PATTERN =
  /\s+|(?<date>\d{4}-\d{2}-\d{2})(?!\w)|(?<number>\d+(?:\.\d+)?)(?!\w)|"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<word>[a-zA-Z][a-zA-Z0-9]*)|(?<sign>!=|<=|>=|[=<>()+\-*,.])/y;

class Failure extends Error {
  constructor(readonly fault: Fault) {
    super(fault.reason);
  }
}

function fail(reason: FaultReason, token: { at: number; value?: string }): never {
  throw new Failure({ reason, at: token.at, ...(token.value ? { found: token.value } : {}) });
}

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(source);
    if (!match?.groups) {
      const found = source[at] ?? '';
      fail(found === '"' || found === "'" ? 'text_not_closed' : 'unexpected_character', { at, value: found });
    }
    const { date, number, double, single, word, sign } = match.groups;
    const text = double ?? single;
    if (date !== undefined) {
      if (!isCalendarDate(date)) fail('impossible_date', { at, value: date });
      tokens.push({ kind: 'date', value: date, at });
    } else if (number !== undefined) tokens.push({ kind: 'number', value: number, at });
    else if (text !== undefined) tokens.push({ kind: 'text', value: text, at });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word, at });
    else if (sign !== undefined) tokens.push({ kind: 'sign', value: sign, at });
    at = PATTERN.lastIndex;
  }
  tokens.push({ kind: 'end', value: '', at: source.length });
  return tokens;
}

/** A date that exists: 2022-02-30 does not. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

export function parseExpression(source: string): Parsed {
  if (source.length > MAX_LENGTH) return { ok: false, fault: { reason: 'too_long', at: MAX_LENGTH } };
  try {
    return { ok: true, tree: new Parser(tokenize(source)).whole() };
  } catch (error) {
    if (error instanceof Failure) return { ok: false, fault: error.fault };
    throw error;
  }
}

const COMPARISONS = new Set(['=', '!=', '<', '<=', '>', '>=']);

class Parser {
  private index = 0;
  private depth = 0;
  constructor(private readonly tokens: Token[]) {}

  whole(): Expression {
    const tree = this.or();
    const rest = this.peek();
    if (rest.kind !== 'end') fail('unexpected_word', rest);
    return tree;
  }

  private peek(): Token {
    return this.tokens[this.index] as Token;
  }
  private next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.index += 1;
    return token;
  }
  private is(value: string): boolean {
    const token = this.peek();
    return (token.kind === 'sign' || token.kind === 'word') && token.value === value;
  }
  private take(value: string): boolean {
    if (!this.is(value)) return false;
    this.index += 1;
    return true;
  }
  private expect(value: string): void {
    if (!this.take(value)) fail(this.peek().kind === 'end' ? 'unexpected_end' : 'unexpected_word', this.peek());
  }

  private or(): Expression {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) fail('too_deep', { at: this.peek().at });
    let left = this.and();
    for (let at = this.peek().at; this.take('or'); at = this.peek().at)
      left = { kind: 'or', left, right: this.and(), at };
    this.depth -= 1;
    return left;
  }
  private and(): Expression {
    let left = this.not();
    for (let at = this.peek().at; this.take('and'); at = this.peek().at)
      left = { kind: 'and', left, right: this.not(), at };
    return left;
  }
  private not(): Expression {
    const at = this.peek().at;
    if (!this.take('not')) return this.comparison();
    this.depth += 1;
    if (this.depth > MAX_DEPTH) fail('too_deep', { at });
    const of = this.not();
    this.depth -= 1;
    return { kind: 'not', of, at };
  }
  private comparison(): Expression {
    const left = this.arithmetic();
    const token = this.peek();
    if (token.kind === 'sign' && COMPARISONS.has(token.value)) {
      this.next();
      return {
        kind: 'compare',
        operator: token.value as Comparison,
        left,
        right: this.arithmetic(),
        at: token.at,
      };
    }
    if (this.take('is')) {
      const negated = this.take('not');
      this.expect('empty');
      const test: Expression = { kind: 'empty', of: left, at: token.at };
      return negated ? { kind: 'not', of: test, at: token.at } : test;
    }
    if (this.is('not') && this.tokens[this.index + 1]?.value === 'in') {
      this.index += 2;
      return { kind: 'not', of: this.membership(left, token.at), at: token.at };
    }
    return this.take('in') ? this.membership(left, token.at) : left;
  }
  private membership(value: Expression, at: number): Expression {
    if (!this.take('(')) {
      const target = this.primary();
      if (target.kind !== 'field') fail('unexpected_word', { at: target.at });
      return { kind: 'contains', value, name: target.name, ...(target.part ? { part: target.part } : {}), at };
    }
    const list = [this.arithmetic()];
    while (this.take(',')) list.push(this.arithmetic());
    this.expect(')');
    return { kind: 'in', value, list, at };
  }
  private arithmetic(): Expression {
    let left = this.product();
    for (let token = this.peek(); this.take('+') || this.take('-'); token = this.peek())
      left = { kind: 'arithmetic', operator: token.value as '+' | '-', left, right: this.product(), at: token.at };
    return left;
  }
  private product(): Expression {
    let left = this.primary();
    for (let token = this.peek(); this.take('*'); token = this.peek())
      left = { kind: 'arithmetic', operator: '*', left, right: this.primary(), at: token.at };
    return left;
  }
  private primary(): Expression {
    const token = this.next();
    const { at, value } = token;
    if (token.kind === 'number') return { kind: 'number', value: Number(value), at };
    if (token.kind === 'text') return { kind: 'text', value, at };
    if (token.kind === 'date') return { kind: 'date', value, at };
    if (token.kind === 'end') fail('unexpected_end', token);
    if (token.kind === 'sign') return this.signed(token);
    if (value === 'yes' || value === 'no') return { kind: 'boolean', value: value === 'yes', at };
    if ((value === 'count' || value === 'sum') && this.take('(')) return this.aggregate(value, at);
    if (['and', 'or', 'in', 'is', 'not', 'empty'].includes(value)) fail('unexpected_word', token);
    return this.take('.') ? { kind: 'field', name: value, part: this.word(), at } : { kind: 'field', name: value, at };
  }
  private signed(token: Token): Expression {
    if (token.value === '(') {
      const inner = this.or();
      this.expect(')');
      return inner;
    }
    const number = this.peek();
    if (token.value !== '-' || number.kind !== 'number') fail('unexpected_word', token);
    this.next();
    return { kind: 'number', value: -Number(number.value), at: token.at };
  }
  private aggregate(kind: 'count' | 'sum', at: number): Expression {
    const name = this.word();
    if (kind === 'sum') this.expect('.');
    const tree: Expression = kind === 'count' ? { kind, name, at } : { kind, name, part: this.word(), at };
    this.expect(')');
    return tree;
  }
  private word(): string {
    const token = this.next();
    if (token.kind !== 'word') fail(token.kind === 'end' ? 'unexpected_end' : 'unexpected_word', token);
    return token.value;
  }
}
