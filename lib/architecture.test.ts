import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MATRIX } from '@/e2e/permissions';

/** The import table of ARCHITECTURE.md, the closed file names, viewer first, commands record, lengths. */
const ROOT = path.resolve(import.meta.dirname, '..');
const ORDER = [
  'people',
  'auth',
  'programme',
  'calls',
  'challenges',
  'applications',
  'jury',
  'onboarding',
  'support',
  'funding',
  'evaluation',
  'publication',
  'exchange',
];
const SIDE_BY_SIDE = new Set(['onboarding', 'support', 'funding']);
/** Names a domain folder may hold beside its pure nouns. */
const READS = ['queries', 'queries/*', 'awaiting'];
const WRITES = ['commands', 'commands/*', 'jobs'];

type Source = { file: string; text: string; lines: number; imports: string[] };

function walk(dir: string): string[] {
  return readdirSync(path.join(ROOT, dir)).flatMap((name) => {
    const relative = `${dir}/${name}`;
    if (statSync(path.join(ROOT, relative)).isDirectory()) return name === 'generated' ? [] : walk(relative);
    return /\.tsx?$/.test(name) ? [relative] : [];
  });
}

const read = (file: string): Source => {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'((?:@\/|\.)[^']+)'/g)].map((match) => match[1] ?? '');
  const imports = found.map((name) =>
    name.startsWith('@/') ? name.slice(2) : path.posix.join(path.posix.dirname(file), name),
  );
  return { file, text, lines: text.split('\n').length - 1, imports };
};

const sources = ['app', 'components', 'lib'].flatMap(walk).map(read);
const production = sources.filter(({ file }) => !/\.test\.tsx?$/.test(file));
const domainOf = (file: string) => (/^lib\/([a-z-]+)\//.exec(file)?.[1] ?? '') as string;
const roleOf = (file: string) => file.replace(/^lib\/[a-z-]+\//, '').replace(/\.tsx?$/, '');
const isDomain = (name: string) => ORDER.includes(name);
const matches = (role: string, names: string[]) =>
  names.some((name) => (name.endsWith('/*') ? role.startsWith(name.slice(0, -1)) : role === name));

/** Left of: may be imported by. The three in the middle stand side by side and do not import each other. */
function mayImportDomain(from: string, to: string): boolean {
  if (from === to) return true;
  if (SIDE_BY_SIDE.has(from) && SIDE_BY_SIDE.has(to)) return false;
  return ORDER.indexOf(to) < ORDER.indexOf(from);
}

function violations(check: (source: Source, imported: string) => string | false): string[] {
  return production.flatMap((source) =>
    source.imports.flatMap((imported) => {
      const why = check(source, imported);
      return why ? [`${source.file} imports ${imported}: ${why}`] : [];
    }),
  );
}

describe('the record of acts', () => {
  it.each(['fr', 'en'])('has words in %s for each of them, and for what it is about', (locale) => {
    const { events } = JSON.parse(readFileSync(path.join(ROOT, `messages/${locale}/people.json`), 'utf8'));
    const named = (text: string) =>
      [...text.matchAll(/'([a-z_]+)\.([a-z_]+)'/g)].map(([, noun, act]) => ({ noun: noun ?? '', act: act ?? '' }));
    const acts = production.flatMap(({ text }) => [
      ...[...text.matchAll(/\brecord\(\s*tx,[^{}]{0,260}/g)].flatMap(([call]) => named(call)),
      // A name chosen before it is recorded: any text of such a file that is a known noun and an act.
      ...(/\brecord\(/.test(text) ? named(text).filter(({ noun, act }) => events.nouns[noun] && act !== 'json') : []),
    ]);
    expect(acts.length).toBeGreaterThan(100);
    const wordless = acts.filter(({ noun, act }) => !events.names[`${noun}_${act}`] || !events.nouns[noun]);
    expect([...new Set(wordless.map(({ noun, act }) => `${noun}.${act}`))]).toEqual([]);
  });
});

describe('what is sent', () => {
  it('goes round the proxy wherever it is read as it comes: there a body is cut at 10 MB', () => {
    const proxy = readFileSync(path.join(ROOT, 'proxy.ts'), 'utf8');
    const matcher = new RegExp(`^${/matcher: \[\s*'([^']+)'/.exec(proxy)?.[1]}$`);
    expect([matcher.test('/fr/calls'), matcher.test('/api/health'), matcher.test('/api/imports')]).toEqual([
      true,
      true,
      false,
    ]);
    const streaming = production.filter(
      ({ file, text }) =>
        /^app\/api\/.*route\.ts$/.test(file) && /request\.body|@\/lib\/(upload|posted-file)'/.test(text),
    );
    expect(streaming.length).toBeGreaterThan(4);
    const cut = streaming
      .map(({ file }) => file.replace(/^app|\/route\.ts$/g, ''))
      .filter((route) => matcher.test(route));
    expect(cut).toEqual([]);
  });
});

describe('the import table', () => {
  it('keeps the database out of app and components', () => {
    expect(
      violations(
        ({ file }, imported) =>
          /^(app|components)\//.test(file) &&
          /^lib\/(db|generated\/prisma\/client|record)\b/.test(imported) &&
          'reads and writes belong to queries and commands',
      ),
    ).toEqual([]);
  });

  it('lets only route handlers of app call commands', () => {
    expect(
      violations(
        ({ file }, imported) =>
          /^(app|components)\//.test(file) &&
          !file.startsWith('app/api/') &&
          !/\/route\.tsx?$/.test(file) &&
          /^lib\/[a-z-]+\/(commands|jobs)\b/.test(imported) &&
          'go through an action',
      ),
    ).toEqual([]);
  });

  it('keeps components/ui free of the domain', () => {
    expect(
      violations(
        ({ file }, imported) =>
          file.startsWith('components/ui/') &&
          !/^(components\/ui\/|lib\/(i18n|form))/.test(imported) &&
          'components/ui could ship in another product',
      ),
    ).toEqual([]);
  });

  it('lets a domain import only domains to its left', () => {
    expect(
      violations(({ file }, imported) => {
        const [from, to] = [domainOf(file), domainOf(imported)];
        // Actions of any domain go through lib/auth (import table: `lib/<domain>/actions`).
        if (to === 'auth' && /^actions(\/|$)/.test(roleOf(file))) return false;
        return isDomain(from) && isDomain(to) && !mayImportDomain(from, to) && `${to} is not to the left of ${from}`;
      }),
    ).toEqual([]);
  });

  it('keeps next out of queries, commands, jobs and pure nouns', () => {
    const bad = production.filter(
      ({ file, text }) =>
        isDomain(domainOf(file)) &&
        !/^(actions|session|action|options|origin)$/.test(roleOf(file)) &&
        !roleOf(file).startsWith('actions/') &&
        /from 'next(\/|')/.test(text),
    );
    expect(bad.map(({ file }) => file)).toEqual([]);
  });

  it('keeps the database out of schema, policy, states and pure nouns', () => {
    expect(
      violations(({ file }, imported) => {
        const pure = isDomain(domainOf(file)) && matches(roleOf(file), ['schema', 'policy', 'states']);
        return pure && /^lib\/(db|record|mailer|storage)$/.test(imported) && 'a rule is pure';
      }),
    ).toEqual([]);
  });

  it('keeps infrastructure ignorant of domains', () => {
    expect(
      violations(
        ({ file }, imported) =>
          /^lib\/[^/]+\.tsx?$/.test(file) &&
          file !== 'lib/jobs.ts' &&
          isDomain(domainOf(imported)) &&
          'lib/*.ts never imports a domain',
      ),
    ).toEqual([]);
  });
});

describe('commands and queries', () => {
  const exported = /export (?:async )?function (\w+)\s*(?:<[^>]*>)?\(\s*([^):,]*)(?::\s*([^,)]+))?/g;

  it('take the viewer first', () => {
    const bad = production.flatMap(({ file, text }) => {
      if (!isDomain(domainOf(file)) || !matches(roleOf(file), [...READS, ...WRITES])) return [];
      return [...text.matchAll(exported)]
        .filter(
          ([, name, , type]) => !/^(Viewer|PersonViewer|Tx|\{)/.test(type?.trim() ?? '') && !VIEWERLESS.has(name ?? ''),
        )
        .map(([, name]) => `${file}: ${name}`);
    });
    expect(bad).toEqual([]);
  });

  it('record an event in every file of commands', () => {
    const bad = production.filter(
      ({ file, text }) =>
        isDomain(domainOf(file)) &&
        matches(roleOf(file), ['commands', 'commands/*']) &&
        /\btransaction\(|\.(create|update|delete|upsert)(Many)?\(/.test(text) &&
        !/\brecord\(/.test(text),
    );
    expect(bad.map(({ file }) => file)).toEqual([]);
  });
});

/** Who is asking is what these find out. */
const VIEWERLESS = new Set(['sessionViewer']);

describe('the permission matrix', () => {
  it('names every page and handler of app, and nothing else', () => {
    const routes = production
      .filter(({ file }) => /^app\/.*\/(page|route)\.tsx?$/.test(file))
      .map(
        ({ file }) =>
          `/${file
            .replace(/^app\//, '')
            .replace(/\/?(page|route)\.tsx?$/, '')
            .replace(/\(\w+\)\//g, '')
            .replace(/\/?\(\w+\)$/, '')}`,
      );
    const missing = routes.filter((route) => !(route in MATRIX)).map((route) => `add ${route} to e2e/permissions.ts`);
    const gone = Object.keys(MATRIX)
      .filter((route) => !routes.includes(route))
      .map((route) => `${route} is in e2e/permissions.ts but not in app`);
    expect([...missing, ...gone]).toEqual([]);
  });
});

describe('size and names', () => {
  it('keeps files short', () => {
    const long = production.filter(
      ({ file, lines }) => lines > (/\/page\.tsx$/.test(file) ? 60 : /^components\//.test(file) ? 150 : 300),
    );
    expect(long.map(({ file, lines }) => `${file} (${lines})`)).toEqual([]);
  });

  it('keeps the median file under 70 lines', () => {
    const sorted = production.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(70);
  });

  it('has no junk drawer and no barrel', () => {
    const bad = production.filter(({ file }) => /\/(utils?|helpers?|common|misc|index)(\.tsx?$|\/)/.test(file));
    expect(bad.map(({ file }) => file)).toEqual([]);
  });
});
