import type { Answers } from '@/lib/calls/answers';
import { Conditions } from '@/lib/calls/conditions';
import type { Field, FormDefinition } from '@/lib/calls/form';
import { isConditional } from '@/lib/calls/shape';
import type { Attaching } from './file-control';
import { GroupControl } from './group-control';
import { SimpleControl } from './simple-control';

type Props = {
  definition: FormDefinition;
  fields: readonly Field[];
  answers: Answers;
  attaching?: Attaching;
  preview?: boolean;
  /** Names the rows this reader has not begun: two people who begin one each must not share it. */
  reader?: string;
};

/**
 * The questions of a section. Those hidden by a condition are there but hidden: a browser with scripts shows them as
 * answers change, one without shows them all (calls.css). "Optional" goes away alike where a condition requires.
 */
export function SectionFields({ definition, fields, answers, attaching, preview, reader }: Props) {
  const conditions = new Conditions(definition, answers);
  const perLine = definition.charactersPerLine;
  return fields.map((field) => {
    const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
    const required = conditions.requires(field);
    return (
      <div
        key={field.id}
        data-condition={isConditional(field) ? field.id : undefined}
        data-away={field.showIf && !conditions.shows(field) ? '' : undefined}
        data-required={required ? '' : undefined}
      >
        {field.type === 'group' ? (
          <GroupControl group={field} {...{ answer, conditions, perLine, preview, reader }} required={field.required} />
        ) : (
          <SimpleControl field={field} name={field.id} {...{ answer, perLine, attaching }} required={field.required} />
        )}
      </div>
    );
  });
}
