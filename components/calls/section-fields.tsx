import type { Answers } from '@/lib/calls/answers';
import { Conditions } from '@/lib/calls/conditions';
import type { Field, FormDefinition } from '@/lib/calls/form';
import type { Attaching } from './file-control';
import { GroupControl } from './group-control';
import { SimpleControl } from './simple-control';

type Props = {
  definition: FormDefinition;
  fields: readonly Field[];
  answers: Answers;
  attaching?: Attaching;
  preview?: boolean;
};

/**
 * The questions of a section. Those hidden by a condition are there but hidden: a browser with scripts shows them as
 * answers change, one without shows them all (forms.css).
 */
export function SectionFields({ definition, fields, answers, attaching, preview }: Props) {
  const conditions = new Conditions(definition, answers);
  const perLine = definition.charactersPerLine;
  return fields.map((field) => {
    const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
    const required = conditions.requires(field);
    return (
      <div
        key={field.id}
        data-condition={field.showIf ? field.id : undefined}
        data-away={field.showIf && !preview && !conditions.shows(field) ? '' : undefined}
      >
        {field.type === 'group' ? (
          <GroupControl group={field} {...{ answer, conditions, required, perLine, preview }} />
        ) : (
          <SimpleControl field={field} name={field.id} {...{ answer, required, perLine, attaching }} />
        )}
      </div>
    );
  });
}
