import type { FormDefinition } from './form';
import { findByPath, inLanguage } from './shape';

/** Where a path of a problem leads: what its thing is called, the page that mends it, its condition when it has one. */
export type Place = { label: string; query: string; condition?: string };

/** `team.role.showIf` → the question "Rôle"; `section:funding.title`, `rule:tooFew.when` alike. */
export function placeOf(form: FormDefinition, path: string, locale: string): Place {
  const [owner = '', property = ''] = split(path);
  const conditionOf = (thing: object | undefined) => {
    const condition = (thing as Record<string, unknown> | undefined)?.[property];
    return typeof condition === 'string' ? { condition } : {};
  };
  if (owner.startsWith('section:')) {
    const section = form.sections.find((one) => `section:${one.id}` === owner);
    const label = section ? inLanguage(section.title, locale) || section.id : owner;
    return { label, query: section ? `section?id=${section.id}` : '', ...conditionOf(section) };
  }
  if (owner.startsWith('rule:')) {
    for (const kind of ['ineligibility', 'consistency'] as const) {
      const rule = form[kind].find((one) => `rule:${one.id}` === owner);
      if (rule)
        return {
          label: inLanguage(rule.message, locale) || rule.id,
          query: `rule?kind=${kind}&id=${rule.id}`,
          ...conditionOf(rule),
        };
    }
    return { label: owner, query: '' };
  }
  const field = findByPath(form, owner) ?? findByPath(form, path);
  if (!field) return { label: path, query: '' };
  const known = findByPath(form, owner) ? owner : path;
  return { label: inLanguage(field.label, locale) || field.id, query: `field?path=${known}`, ...conditionOf(field) };
}

const PROPERTIES = /\.(?:label|title|help|example|unit|rowLabel|message|when|field|showIf|requireIf|options(?:\..+)?)$/;

function split(path: string): [string, string] {
  const property = PROPERTIES.exec(path)?.[0] ?? '';
  return [path.slice(0, path.length - property.length), property.slice(1)];
}
