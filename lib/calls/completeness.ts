import type { Answers } from './answers';
import { isEmptyAnswer } from './answers';
import { Conditions } from './conditions';
import type { FormDefinition } from './form';
import { fieldsOf } from './shape';
import type { AnswerError } from './validation';
import { validateAnswers } from './validation';

/** `optional`: nothing written and nothing asked for. */
export type SectionStatus = 'not_started' | 'in_progress' | 'complete' | 'optional';
export type SectionProgress = { id: string; status: SectionStatus; errors: number; answered: number; asked: number };

export type Completeness = {
  /** Sections shown to this applicant, in order; hidden ones are absent. */
  sections: SectionProgress[];
  errors: AnswerError[];
  complete: boolean;
};

/**
 * Where a draft stands. `opened` are sections somebody saved or visited: a colleague can tell "touched" from "never
 * opened" even when nothing was written. Attestations are asked when sending and do not count here.
 */
export function completenessOf(
  definition: FormDefinition,
  answers: Answers,
  opened: readonly string[] = [],
): Completeness {
  const conditions = new Conditions(definition, answers);
  const errors = validateAnswers(definition, answers);
  const sections = definition.sections
    .filter((one) => conditions.showsSection(one))
    .map((section): SectionProgress => {
      const asked = section.fields.filter((field) => conditions.shows(field));
      const answered = asked.filter((field) => !isEmptyAnswer(conditions.answer(field.id))).length;
      const own = errors.filter((error) => error.section === section.id).length;
      const touched = answered > 0 || opened.includes(section.id);
      const untouched = own === 0 ? 'optional' : 'not_started';
      const status = answered > 0 && own === 0 ? 'complete' : touched ? 'in_progress' : untouched;
      return { id: section.id, status, errors: own, answered, asked: asked.length };
    });
  return { sections, errors, complete: errors.length === 0 };
}

/** Of the sections that ask for something, how many of a hundred are complete. */
export function percentComplete({ sections }: Completeness): number {
  const asked = sections.filter((one) => one.status !== 'optional');
  const complete = asked.filter((one) => one.status === 'complete').length;
  return asked.length === 0 ? 100 : Math.floor((100 * complete) / asked.length);
}

/** What is sent: the answers to the questions that were asked, without those hidden by a condition. */
export function askedAnswers(definition: FormDefinition, answers: Answers): Answers {
  const conditions = new Conditions(definition, answers);
  const asked: Answers = {};
  for (const field of fieldsOf(definition)) {
    const answer = conditions.answer(field.id);
    if (answer !== undefined) asked[field.id] = answer;
  }
  return asked;
}
