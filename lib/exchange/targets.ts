import type { Bilingual, Field, FormDefinition, GroupField, SimpleField } from '@/lib/calls/form';
import { CONTACT_PARTS, fieldsOf, inLanguage } from '@/lib/calls/shape';
import { nameKey } from '@/lib/people/names';
import type { Source } from './files-source';
import { SPECIALS } from './table';

/**
 * Where a value from elsewhere may go: `problem`, `sponsor.email`, `profiles[0].expertise` (a column for one row),
 * `profiles[].expertise` (a question of a repeated block), or `@email` and the like.
 */
export type Target = { path: string; section: string; labels: Bilingual[]; row?: number; part?: string };

const PARTS: Partial<Record<SimpleField['type'], readonly string[]>> = {
  contact: CONTACT_PARTS,
  organisation: ['name', 'siret'],
  town: ['name', 'postcode'],
};
/** Columns for the rows of a group: more are hardly ever found in a table. */
const MOST_ROWS = 3;

export type Place = { field: Field; inner?: SimpleField; row?: number | 'each'; part?: string };

/** What a path means in this form; null when it means nothing (any more). */
export function placeOf(form: FormDefinition, path: string): Place | null {
  const match = /^([a-zA-Z0-9]+)(?:\[(\d{0,2})\]\.([a-zA-Z0-9]+))?(?:\.([a-zA-Z]+))?$/.exec(path);
  const field = match && fieldsOf(form).find((one) => one.id === match[1]);
  if (!match || !field) return null;
  const [, , row, innerId, part] = match;
  if (field.type !== 'group') return row === undefined && fits(field, part) ? { field, part } : null;
  const inner = field.fields.find((one) => one.id === innerId);
  if (!inner || row === undefined || !fits(inner, part)) return null;
  if (row !== '' && Number(row) >= field.max) return null;
  return { field, inner, part, row: row === '' ? 'each' : Number(row) };
}

const fits = (field: SimpleField, part: string | undefined): boolean =>
  part === undefined || (PARTS[field.type]?.includes(part) ?? false);

/** Every place of a form that a source of this kind may fill, in the order of the form. */
export function targetsOf(form: FormDefinition, kind: Source['kind']): Target[] {
  const sections = [...form.sections, { title: { fr: '', en: '' }, fields: form.attestations as Field[], id: '' }];
  return sections.flatMap((section) =>
    section.fields.flatMap((field): Target[] => {
      const at = { section: section.id };
      if (field.type !== 'group')
        return simpleTargets(field, field.id, [field.label]).map((one) => ({ ...one, ...at }));
      return rowsOf(field, kind).flatMap(([mark, row]) =>
        field.fields.flatMap((inner) =>
          simpleTargets(inner, `${field.id}[${mark}].${inner.id}`, [field.rowLabel, inner.label]).map((one) => ({
            ...one,
            ...at,
            row,
          })),
        ),
      );
    }),
  );
}

const rowsOf = (group: GroupField, kind: Source['kind']): [string, number | undefined][] =>
  kind === 'demarches'
    ? [['', undefined]]
    : Array.from({ length: Math.min(MOST_ROWS, group.max) }, (_, row) => [String(row), row + 1]);

function simpleTargets(field: SimpleField, path: string, labels: Bilingual[]): Omit<Target, 'section'>[] {
  const parts = PARTS[field.type];
  const whole = { path, labels };
  return parts ? [whole, ...parts.map((part) => ({ path: `${path}.${part}`, labels, part }))] : [whole];
}

const NAMES: Record<(typeof SPECIALS)[number], string[]> = {
  '@key': ['reference', 'reférence', 'numero', 'numero de dossier', 'id', 'dossier', 'file', 'number'],
  '@email': ['email', 'courriel', 'adresse electronique', 'mail', 'e mail', 'email du demandeur', 'owner email'],
  '@name': ['nom du demandeur', 'demandeur', 'porteur', 'applicant', 'owner'],
  '@received': [
    'received',
    'recu',
    'recu le',
    'depose le',
    'date de depot',
    'submitted',
    'submitted at',
    'received at',
  ],
  '@state': ['state', 'etat', 'statut', 'status'],
  '@labels': ['labels', 'etiquettes'],
};

/** Where each question seems to go, by its identifier or its words; each place is proposed once. */
export function suggestMap(form: FormDefinition, source: Source): Record<string, string> {
  const plain = (text: string) => nameKey(text.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' '));
  const known = new Map<string, string>();
  const add = (name: string, path: string) => name && !known.has(name) && known.set(name, path);
  for (const target of targetsOf(form, source.kind)) {
    const row = target.row ? ` ${target.row}` : '';
    for (const locale of ['fr', 'en']) {
      const words = target.labels.map((label) => inLanguage(label, locale));
      const label = target.labels.length > 1 ? `${words[0]}${row} ${words[1]}` : `${words[0]}`;
      add(plain(target.part ? `${label} ${target.part}` : label), target.path);
      if (target.labels.length > 1 && !target.part && row === '') add(plain(words[1] ?? ''), target.path);
    }
    add(
      plain(
        target.path
          .replace(/\[(\d*)\]/, (_, number) => (number ? ` ${Number(number) + 1} ` : ' '))
          .replaceAll('.', ' '),
      ),
      target.path,
    );
  }
  if (source.kind === 'csv')
    for (const special of SPECIALS) for (const name of NAMES[special]) add(nameKey(name), special);
  const taken = new Set<string>();
  return Object.fromEntries(
    source.fields.flatMap((field) => {
      const path =
        known.get(plain(field.label)) ??
        known.get(plain(field.label.split('›').at(-1) ?? '')) ??
        known.get(plain(field.id));
      const right = path && !taken.has(path) && (path.includes('[]') === Boolean(field.block) || path.startsWith('@'));
      if (!path || !right) return [];
      taken.add(path);
      return [[field.id, path]];
    }),
  );
}
