import { parse, stringify } from 'yaml';
import { ChecklistDefinition } from '@/lib/onboarding/schema';
import { ok, type Result, refuse } from '@/lib/result';

/** A template as a YAML file, to keep, to compare, to give to another programme: reading it back gives the same list. */
export const writeTemplate = (definition: ChecklistDefinition): string => stringify(definition, { lineWidth: 0 });

/** Reads a template; says where it is wrong (`sections.0.items.3.due`). Never throws, whatever the file. */
export function readTemplate(text: string): Result<ChecklistDefinition, 'bad_yaml' | 'bad_template'> {
  let found: unknown;
  try {
    found = parse(text.replace(/^\uFEFF/, ''), { maxAliasCount: 0, schema: 'core', logLevel: 'error' });
  } catch {
    return refuse('bad_yaml');
  }
  const parsed = ChecklistDefinition.safeParse(found);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return refuse('bad_template', { path: issue?.path.join('.') || 'title' });
}
