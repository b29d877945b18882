import { readCohort, readWords } from './cohorts';
import type { Register } from './issues';
import type { Found } from './jekyll';
import { type Fields, isFields } from './pages';
import { leftover, linkOf, plainKeys, type RawChallenge, referencesOf, textOf, textsOf } from './raw';
import { readSkills } from './skills';
import type { KeyFigure, Link } from './snapshot';
import { compact, pagePath, tidy } from './text';
import { readYears } from './years';

const READ = new Set(
  `title titre description mission desc site link_to website source_code administration administration-website administration_website
   year annees annee promotion class skills type ville town eigs eig mentors mentor key_figures
   poster images image duration_months layout`.split(/\s+/),
);

/** A challenge from its data record or its page, whatever the year of the site. */
export function readJekyllChallenge(written: Fields, found: Found, register: Register): RawChallenge[] {
  const fields = plainKeys(written, READ);
  const title = textOf(fields.title) ?? textOf(fields.titre) ?? (found.key ? tidy(found.key) : null);
  const subject = compact(found.key ?? title ?? found.file);
  const at = { file: found.file, subject, about: 'challenge' as const };
  if (!title) return register.skip({ ...at, field: 'title', value: found.file, reason: 'missing_title' });
  const address = textOf(fields.link_to) ?? (found.source === 'page' ? null : textOf(fields.site));
  if (address && found.source === 'data' && !/\/defis\//.test(address) && !fields.eigs) {
    return register.skip({ ...at, field: 'link_to', value: `${title} → ${address}`, reason: 'placeholder' });
  }
  const words = readWords(fields.class);
  const labels = readWords(fields.skills ?? null);
  const kind = readSkills([
    ...labels.words,
    ...textsOf(fields.type),
    ...words.words.filter((word) => /^(data|web|design|geo)$/.test(word)),
  ]);
  for (const value of kind.unknown) register.ask({ ...at, field: 'skills', value, reason: 'unknown_value' });
  const years = readYears([fields.year, fields.annees, fields.annee]);
  for (const value of years.rest) register.ask({ ...at, field: 'annees', value, reason: 'unknown_value' });
  const promotion = readCohort(fields.promotion);
  if (fields.promotion && !promotion)
    register.ask({ ...at, field: 'promotion', value: String(fields.promotion), reason: 'unknown_cohort' });
  const duration = Number(fields.duration_months ?? Number.NaN);
  return [
    {
      file: found.file,
      source: found.source,
      names: [...new Set([title, ...(found.key ? [tidy(found.key)] : []), ...hiddenTitles(fields)])],
      paths: [found.path, address && pagePath(address)].filter(
        (path): path is string => !!path && /^\/defis\//.test(path),
      ),
      cohorts: [...new Set([...(promotion ? [promotion] : []), ...words.cohorts, ...labels.cohorts])],
      years: years.years.length > 0 ? years.years : found.years.length > 0 ? found.years : readYears(words.words).years,
      summary: textOf(fields.description) ?? textOf(fields.mission) ?? textOf(fields.desc),
      body: found.body?.trim() ? found.body : null,
      administration: textOf(fields.administration),
      towns: textOf(fields.ville ?? fields.town),
      durationMonths: Number.isFinite(duration) ? duration : null,
      skills: kind.skills,
      themes: [],
      keyFigures: figuresOf(fields.key_figures),
      fellows: [...referencesOf(fields.eigs, 'eigs', found.file), ...referencesOf(fields.eig, 'eig', found.file)],
      mentors: [
        ...referencesOf(fields.mentors, 'mentors', found.file),
        ...referencesOf(fields.mentor, 'mentor', found.file),
      ],
      image: textsOf(fields.image ?? fields.images)[0] ?? null,
      links: linksOf(fields, at, register),
      // Links keep an address and a title; pictures, buttons and projects without an address are kept as they are.
      extra: { ...leftover(fields, READ), ...images(fields.images) },
    },
  ];
}

function hiddenTitles(fields: Fields): string[] {
  const hidden = Array.isArray(fields.duplicates) ? fields.duplicates : [];
  return hidden
    .filter((item) => isFields(item) && /^tit(le|re)$/.test(String(item.key)))
    .flatMap((item) => textsOf(item.value));
}

function images(value: unknown): { images?: string[] } {
  const all = textsOf(value);
  return all.length > 1 ? { images: all } : {};
}

function figuresOf(value: unknown): KeyFigure[] {
  const items = Array.isArray(value) ? value.filter(isFields) : [];
  return items.map((item) => ({
    amount: typeof item.amount === 'number' ? item.amount : (textOf(item.amount) ?? ''),
    before: textOf(item.before),
    after: textOf(item.after),
    description: textOf(item.description) ?? '',
  }));
}

const VIDEOS: Record<string, string> = {
  dailymotion: 'https://www.dailymotion.com/video/',
  loom: 'https://www.loom.com/share/',
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  peertube: 'https://peertube.fr/w/',
};

function linksOf(
  fields: Fields,
  at: { file: string; subject: string; about: 'challenge' },
  register: Register,
): Link[] {
  const simple = (kind: Link['kind'], field: string) => linkOf(register, { ...at, field }, kind, fields[field]);
  const site = textOf(fields.site);
  const outside =
    site && /^(hh?ttps?:|www\.)/i.test(site) && !/entrepreneur-interet-general\.etalab/.test(site) ? site : null;
  const projects = (Array.isArray(fields.projects) ? fields.projects.filter(isFields) : []).flatMap((item, i) =>
    linkOf(register, { ...at, field: `projects[${i}].url` }, 'project', item.url, {
      title: textOf(item.title),
      description: textOf(item.description),
    }),
  );
  const films = ['end_of_project_videos', 'intro_videos'].flatMap((field) => {
    const items = Array.isArray(fields[field]) ? (fields[field] as unknown[]).filter(isFields) : [];
    return items.flatMap((item, i) => {
      const id = textOf(item.id);
      const address = id && /^https?:/.test(id) ? id : `${VIDEOS[textOf(item.platform) ?? ''] ?? ''}${id ?? ''}`;
      return linkOf(register, { ...at, field: `${field}[${i}]` }, 'video', address, {
        title: textOf(item.description),
      });
    });
  });
  return [
    ...simple('website', 'website'),
    ...linkOf(register, { ...at, field: 'site' }, 'website', outside),
    ...simple('source_code', 'source_code'),
    ...simple('administration', fields['administration-website'] ? 'administration-website' : 'administration_website'),
    ...projects,
    ...films,
    ...simple('poster', 'poster'),
  ];
}
