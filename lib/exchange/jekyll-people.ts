import { readWords } from './cohorts';
import type { Register } from './issues';
import type { Found } from './jekyll';
import { isPlaceholder } from './names';
import { type Fields, isFields } from './pages';
import {
  type Leaning,
  leftover,
  linkOf,
  plainKeys,
  type RawPerson,
  type RawReference,
  referencesOf,
  textOf,
  textsOf,
} from './raw';
import { readSkills } from './skills';
import { compact, fold, pagePath, tidy } from './text';
import { readYears } from './years';

const READ = new Set(
  `nom title name link_to twitter github gitlab linkedin website annees annee year defis defi profil programme class image images image_url
   desc layout site`.split(/\s+/),
);
const LINKS = ['website', 'linkedin', 'github', 'gitlab', 'twitter'] as const;

/** A person from the data record or the page; the key of a data record is the name, its title another. */
export function readJekyllPerson(written: Fields, found: Found, register: Register): RawPerson[] {
  const fields = plainKeys(written, READ);
  const title = textOf(fields.nom) ?? textOf(fields.title) ?? textOf(fields.name);
  const key = found.key ? tidy(found.key) : null;
  const name = key && title && compact(key) !== compact(title) ? key : (title ?? key);
  const at = { file: found.file, subject: compact(name ?? found.file), about: 'person' as const };
  if (!name) return register.skip({ ...at, field: 'nom', value: found.file, reason: 'missing_title' });
  if (key && title && name !== title)
    register.ask({ ...at, field: `${key}.title`, value: title, reason: 'title_mismatch' });
  if (isPlaceholder(name)) return register.skip({ ...at, field: 'nom', value: name, reason: 'placeholder' });
  const words = readWords(fields.class);
  const profiles = textsOf(fields.profil);
  const { skills, unknown } = readSkills(profiles);
  for (const value of unknown) register.ask({ ...at, field: 'profil', value, reason: 'unknown_value' });
  const years = readYears([fields.annees, fields.annee, fields.year]);
  for (const value of years.rest) register.ask({ ...at, field: 'annees', value, reason: 'unknown_value' });
  const address = textOf(fields.link_to);
  const kinds = [...words.words, ...profiles].map(fold);
  const fellow = kinds.includes('eig') || (skills.length > 0 && !skills.includes('Accompagnement'));
  const mentor = kinds.includes('mentor');
  return [
    {
      file: found.file,
      source: found.source,
      names: [...new Set([name, ...(key && compact(key) === compact(name) ? [key] : [])])],
      paths: [found.path, address && pagePath(address)].filter((path): path is string => !!path),
      cohorts: [...new Set([...words.cohorts, ...(fold(String(fields.programme ?? '')) === 'dig' ? ['dig'] : [])])],
      years: years.years,
      bio: found.body?.trim() ? found.body : null,
      headline: profiles.join(', ') || null,
      leaning: leaningOf(fellow, mentor, skills),
      both: fellow && mentor,
      challenges: 'defis' in fields || 'defi' in fields ? challengesOf(fields, found) : null,
      image: textsOf(fields.image_url ?? fields.image ?? fields.images)[0] ?? null,
      links: LINKS.flatMap((kind) => linkOf(register, { ...at, field: kind }, kind, fields[kind])),
      extra: { ...leftover(fields, READ), ...kept(fields, title, name) },
    },
  ];
}

function leaningOf(fellow: boolean, mentor: boolean, skills: string[]): Leaning | null {
  if (mentor && !fellow) return 'mentor';
  if (fellow && !mentor) return 'fellow';
  return skills.includes('Accompagnement') ? 'team' : null;
}

/** `defi: "MI - cartAV, MI - matchID"`: several titles in one text are told apart later, when titles are known. */
function challengesOf(fields: Fields, found: Found): RawReference[] {
  return [...referencesOf(fields.defis, 'defis', found.file), ...referencesOf(fields.defi, 'defi', found.file)];
}

function kept(fields: Fields, title: string | null, name: string): { [key: string]: string[] | string } {
  const classes = readWords(fields.class).words;
  const desc = textOf(fields.desc);
  return {
    ...(classes.length > 0 ? { class: classes } : {}),
    ...(textOf(fields.programme) ? { programme: textOf(fields.programme)! } : {}),
    ...(title && title !== name ? { title } : {}),
    ...(desc && compact(desc) !== compact(name) ? { desc } : {}),
    ...(isFields(fields.profil) ? { profil: JSON.stringify(fields.profil) } : {}),
  };
}
