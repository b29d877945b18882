import type { Answer, Answers, Row } from './answers';
import { filledRows, isEmptyAnswer } from './answers';
import type { Lookup, Truth, Value } from './evaluation';
import { evaluate } from './evaluation';
import type { Expression } from './expression';
import { isCalendarDate, parseExpression } from './expression';
import type { Field, FormDefinition, GroupField, IneligibilityRule, Section, SimpleField } from './form';
import { visibleText } from './lines';

const trees = new Map<string, Expression | null>();

/** The tree of a condition, read once a process; null when it cannot be read. */
function treeOf(source: string): Expression | null {
  const known = trees.get(source);
  if (known !== undefined) return known;
  const parsed = parseExpression(source);
  const tree = parsed.ok ? parsed.tree : null;
  if (trees.size > 5_000) trees.clear();
  trees.set(source, tree);
  return tree;
}

/**
 * What the conditions of a form say for given answers. A hidden field counts as not answered, so conditions follow one
 * another; a circle (refused when a form is saved) ends as hidden, never as an endless loop.
 */
export class Conditions {
  private readonly fields = new Map<string, { field: Field; section?: Section }>();
  private readonly shown = new Map<string, boolean>();

  constructor(
    readonly definition: FormDefinition,
    readonly answers: Answers,
  ) {
    for (const section of definition.sections) {
      for (const field of section.fields) this.fields.set(field.id, { field, section });
    }
    for (const field of definition.attestations) this.fields.set(field.id, { field });
  }

  showsSection(section: Section): boolean {
    return this.once(`section ${section.id}`, () => this.holds(section.showIf, this.lookup(), true));
  }

  shows(field: Field): boolean {
    return this.once(field.id, () => {
      const section = this.fields.get(field.id)?.section;
      return (!section || this.showsSection(section)) && this.holds(field.showIf, this.lookup(), true);
    });
  }

  requires(field: Field): boolean {
    return field.required || this.holds(field.requireIf, this.lookup(), false);
  }

  showsInRow(group: GroupField, row: Row, field: SimpleField): boolean {
    return this.holds(field.showIf, this.lookup({ group, row }), true);
  }

  requiresInRow(group: GroupField, row: Row, field: SimpleField): boolean {
    return field.required || this.holds(field.requireIf, this.lookup({ group, row }), false);
  }

  truth(source: string): Truth {
    const tree = treeOf(source);
    return tree && evaluate(tree, this.lookup());
  }

  /** The rules that make these answers ineligible, each with its sentence. */
  ineligibilities(): IneligibilityRule[] {
    return this.definition.ineligibility.filter((rule) => this.truth(rule.when) === true);
  }

  /** The answer as conditions and readers see it: none while its field is hidden. */
  answer(id: string): Answer | undefined {
    const found = this.fields.get(id);
    return found && Object.hasOwn(this.answers, id) && this.shows(found.field) ? this.answers[id] : undefined;
  }

  private once(key: string, decide: () => boolean): boolean {
    const known = this.shown.get(key);
    if (known !== undefined) return known;
    this.shown.set(key, false);
    const decided = decide();
    this.shown.set(key, decided);
    return decided;
  }

  /** No condition, or one that cannot be read, gives `otherwise`: a fault in a form never hides a question. */
  private holds(source: string | undefined, lookup: Lookup, otherwise: boolean): boolean {
    if (source === undefined || source.trim() === '') return otherwise;
    const tree = treeOf(source);
    return tree === null ? otherwise : evaluate(tree, lookup) === true;
  }

  private lookup(inside?: { group: GroupField; row: Row }): Lookup {
    const find = (name: string): { field?: Field; answer: Answer | undefined } => {
      const own = inside?.group.fields.find((one) => one.id === name);
      if (inside && own) return { field: own, answer: Object.hasOwn(inside.row, name) ? inside.row[name] : undefined };
      return { field: this.fields.get(name)?.field, answer: this.answer(name) };
    };
    return {
      value: (name, part) => {
        const { field, answer } = find(name);
        return field ? answered(field, answer, part) : null;
      },
      count: (name) => {
        const { field, answer } = find(name);
        if (!field) return null;
        if (field.type === 'group') return filledRows(answer).length;
        return Array.isArray(answer) ? answer.length : 0;
      },
      sum: (name, part) => {
        const { field, answer } = find(name);
        const column = field?.type === 'group' ? field.fields.find((one) => one.id === part) : undefined;
        if (!column) return null;
        const numbers = filledRows(answer).map((row) => answered(column, row[part]));
        const total = numbers.reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : 0), 0);
        return Math.round(total * 1e6) / 1e6;
      },
      isEmpty: (name, part) => {
        const { answer } = find(name);
        return isEmptyAnswer(part === undefined ? answer : partOf(answer, part));
      },
    };
  }
}

function partOf(answer: Answer | undefined, part: string): string | undefined {
  if (typeof answer !== 'object' || Array.isArray(answer) || !Object.hasOwn(answer, part)) return undefined;
  return answer[part];
}

function answered(field: Field, answer: Answer | undefined, part?: string): Value {
  if (part !== undefined) return visible(partOf(answer, part));
  if (typeof answer === 'boolean') return answer;
  // Conditions speak of euros; answers are in cents.
  if (typeof answer === 'number') return field.type === 'money' ? answer / 100 : answer;
  if (Array.isArray(answer)) return field.type === 'manyOf' ? (answer as string[]) : null;
  if (field.type === 'number' || field.type === 'money') return null;
  if (field.type === 'date') return typeof answer === 'string' && isCalendarDate(answer) ? { date: answer } : null;
  return typeof answer === 'string' ? visible(answer) : null;
}

function visible(text: string | undefined): string | null {
  const seen = text === undefined ? '' : visibleText(text);
  return seen === '' ? null : seen;
}
