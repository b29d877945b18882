import { z } from 'zod';
import { hostsIn } from '@/lib/onboarding/network';
import { type AnswerKind, type Bilingual, DOERS, ItemDefinition, Key } from '@/lib/onboarding/schema';
import { ok, type Result, refuse } from '@/lib/result';

// What the form of one item of a template posts: plain text fields, read here into its definition.

export const ANSWER_KINDS = [
  'done',
  'yes_no',
  'text',
  'date',
  'choice',
  'file',
  'table',
  'workstation',
  'network',
] as const;

const words = (max: number) => z.string().trim().max(max).default('');
const tick = z.preprocess((value) => value === 'on' || value === 'yes', z.boolean());
const or = <T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.enum(values).optional());

export const ItemInput = z.object({
  titleFr: z.string().trim().min(1).max(200),
  titleEn: words(200),
  whyFr: words(1_000),
  whyEn: words(1_000),
  helpFr: words(4_000),
  helpEn: words(4_000),
  /** One a line: « Libellé | Label | https://… » */
  links: words(6_000),
  resources: z.array(z.string().max(100)).max(10).default([]),
  section: Key,
  doer: z.enum(DOERS),
  attester: or(DOERS),
  dueFrom: or(['arrival', 'departure'] as const),
  dueDays: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number().int().min(-400).max(400).optional(),
  ),
  per: z.enum(['challenge', 'fellow']).default('challenge'),
  /** Stems, separated by commas: « dev, data ». */
  profiles: words(600),
  kind: z.enum(ANSWER_KINDS),
  noCloses: tick,
  setsArrival: tick,
  many: tick,
  max: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number().int().min(1).max(5_000).optional(),
  ),
  /** One a line: « valeur | Libellé | Label »; the choices, or the columns of a table. */
  options: words(6_000),
  /** Host names of the network check. */
  sites: words(6_000),
  blocking: tick,
  optional: tick,
  after: z.array(Key).max(10).default([]),
});
export type ItemInput = z.output<typeof ItemInput>;

/** Without an English text the French one stands in, so that nobody meets an empty line. */
export const bilingual = (fr: string, en: string): Bilingual => ({ fr: fr || en, en: en || fr });
export const maybe = (fr: string, en: string): Bilingual | undefined => (fr || en ? bilingual(fr, en) : undefined);

const cells = (text: string): string[][] =>
  text
    .split(/\r?\n/)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((line) => line.some(Boolean));

export type ItemFault = 'bad_links' | 'bad_options' | 'bad_item';

function answerOf(input: ItemInput): Result<AnswerKind, 'bad_options'> {
  const lines = cells(input.options).map(([key = '', fr = '', en = '']) => ({ key, label: bilingual(fr || key, en) }));
  const readable = lines.every((line) => Key.safeParse(line.key).success);
  switch (input.kind) {
    case 'yes_no':
      return ok({ kind: 'yes_no', noCloses: input.noCloses });
    case 'text':
      return ok({ kind: 'text', max: input.max ?? 2_000 });
    case 'date':
      return ok(input.setsArrival ? { kind: 'date', sets: 'arrival' } : { kind: 'date' });
    case 'choice':
      if (!readable || lines.length < 2) return refuse('bad_options');
      return ok({
        kind: 'choice',
        options: lines.map(({ key, label }) => ({ value: key, label })),
        many: input.many,
      });
    case 'table':
      if (!readable || lines.length < 1 || lines.length > 6) return refuse('bad_options');
      return ok({ kind: 'table', columns: lines });
    case 'network': {
      const sites = hostsIn(input.sites).slice(0, 40);
      return ok(sites.length > 0 ? { kind: 'network', sites } : { kind: 'network' });
    }
    default:
      return ok({ kind: input.kind });
  }
}

/** The item that was typed; what cannot be read is refused beside its field. */
export function itemFrom(input: ItemInput, key: string): Result<ItemDefinition, ItemFault> {
  const answer = answerOf(input);
  if (!answer.ok) return answer;
  const links = cells(input.links).map((line) => {
    const url = line.at(-1) ?? '';
    const [fr = '', en = ''] = line.slice(0, -1);
    return { label: bilingual(fr || url, en), url };
  });
  if (links.length > 10 || links.some(({ url }) => !/^https?:\/\/\S+$/.test(url))) return refuse('bad_links');
  const stems = input.profiles
    .split(/[,;\n]/)
    .map((stem) => stem.trim())
    .filter(Boolean);
  const parsed = ItemDefinition.safeParse({
    key,
    title: bilingual(input.titleFr, input.titleEn),
    why: maybe(input.whyFr, input.whyEn),
    help: maybe(input.helpFr, input.helpEn),
    links,
    resources: input.resources,
    doer: input.doer,
    attester: input.attester,
    due: input.dueFrom && input.dueDays !== undefined ? { from: input.dueFrom, days: input.dueDays } : undefined,
    per: input.per,
    profiles: input.per === 'fellow' ? stems : [],
    answer: answer.value,
    blocking: input.blocking,
    optional: input.optional,
    after: input.after.filter((one) => one !== key),
  });
  return parsed.success ? ok(parsed.data) : refuse('bad_item');
}

const line = (parts: string[]) => parts.join(' | ');

/** The texts the form starts from. */
export function typedItem(item: ItemDefinition): { links: string; options: string; sites: string; profiles: string } {
  const { answer } = item;
  const options =
    answer.kind === 'choice'
      ? answer.options.map(({ value, label }) => line([value, label.fr, label.en]))
      : answer.kind === 'table'
        ? answer.columns.map(({ key, label }) => line([key, label.fr, label.en]))
        : [];
  return {
    links: item.links.map(({ label, url }) => line([label.fr, label.en, url])).join('\n'),
    options: options.join('\n'),
    sites: answer.kind === 'network' ? (answer.sites ?? []).join('\n') : '',
    profiles: item.profiles.join(', '),
  };
}
