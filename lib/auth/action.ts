import { parseWithZod } from '@conform-to/zod/v4';
import { refresh, revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import { sameOrigin } from '@/lib/auth/origin';
import { currentDevice, currentViewer } from '@/lib/auth/session';
import { type Clock, systemClock } from '@/lib/clock';
import { type FormAction, type FormState, idle, typedValues } from '@/lib/form';
import type { Locale } from '@/lib/i18n/routing';
import type { Refusal, Result } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';
import { answerTooMany } from '@/lib/wire';

export type ActionContext = { clock: Clock; locale: Locale; device: { ip: string; userAgent: string }; data: FormData };

type Spec<S extends z.ZodType, T, R extends string> = {
  schema: S;
  /** Namespace that holds `refusals.<reason>` for every reason the command may give. */
  words: string;
  /** 'anyone' for acts of visitors (sign-in); otherwise a session is required. */
  as?: 'anyone';
  run: (viewer: Viewer, value: z.output<S>, context: ActionContext) => Promise<Result<T, R>>;
  /** Where to go when it worked (a path without locale), or nothing: stay, with `done` as the form's message. */
  to?: (outcome: T, value: z.output<S>) => string | undefined;
  /** Message key shown at the destination, or in the form when there is none. */
  done?: string;
  /** Values of the `done` sentence. */
  say?: (outcome: T, value: z.output<S>) => Record<string, string | number>;
  /** Refusals that belong to a field rather than to the whole form; which one may be in the refusal's own detail. */
  fields?: Partial<Record<R, string>> | ((refusal: Refusal<R>) => string | undefined);
  /** A refusal that says several things at once, each where it belongs. */
  explain?: (refusal: Refusal<R>, value: z.output<S>, t: Translate) => Explained | undefined;
};
type Explained = Partial<Pick<FormState, 'errors' | 'formErrors' | 'hidden'>>;

/** Any message by its whole key. */
export type Translate = (key: string, values?: object) => string;

/**
 * The one wrapper of every mutation by form: origin, session, zod, command, refusal or redirect.
 * What was typed comes back with every refusal. Policy is the command's own.
 */
export function formAction<S extends z.ZodType, T, R extends string>(spec: Spec<S, T, R>): FormAction {
  return async (_previous: FormState, data: FormData): Promise<FormState> => {
    const locale = (await getLocale()) as Locale;
    const t = (await getTranslations({ locale })) as unknown as Translate;
    const refused = (formErrors: string[], errors: Record<string, string[]> = {}): FormState => ({
      status: 'error',
      errors,
      formErrors,
      values: data instanceof FormData ? typedValues(data) : {},
    });
    if (!(data instanceof FormData)) return refused([t('errors.bad_request')]);
    const filled = proposalTaken(data);
    if (filled) return filled;
    if (!sameOrigin(await headers())) return refused([t('errors.other_origin')]);
    const viewer = await currentViewer();
    if (viewer.kind === 'visitor' && spec.as !== 'anyone') return refused([t('errors.signed_out')]);

    const parsed = parseWithZod(data, {
      schema: spec.schema,
      formatError: (issues: Issue[]) => issues.map((issue) => issueSentence(t, issue)),
    });
    if (parsed.status !== 'success') {
      const errors = Object.fromEntries(Object.entries(parsed.error ?? {}).filter(([, all]) => all?.length)) as Record<
        string,
        string[]
      >;
      const { '': formErrors = [], ...fields } = errors;
      return refused(formErrors, fields);
    }
    const value = parsed.value as z.output<S>;
    const outcome = await spec.run(viewer, value, { clock: systemClock, locale, device: await currentDevice(), data });
    if (!outcome.ok) {
      if (outcome.reason === 'too_many') answerTooMany(Number(outcome.detail?.seconds ?? 60));
      const explained = spec.explain?.(outcome, value, t);
      if (explained) return { ...refused([]), ...explained };
      const sentences = [t(`${spec.words}.refusals.${outcome.reason}`, outcome.detail ?? {})];
      const field = typeof spec.fields === 'function' ? spec.fields(outcome) : spec.fields?.[outcome.reason];
      if (!field) return refused(sentences);
      const { better } = outcome.detail ?? {};
      return { ...refused([], { [field]: sentences }), ...(better ? { better: { [field]: String(better) } } : {}) };
    }
    const to = spec.to?.(outcome.value, value);
    const said = spec.say?.(outcome.value, value);
    const message = spec.done ? t(spec.done, said ?? {}) : undefined;
    if (to === undefined) {
      refresh();
      return { status: 'done', errors: {}, formErrors: [], values: {}, message };
    }
    // The same page by another anchor would otherwise stay as it was.
    if (to.includes('#')) refresh();
    // Frames too: the side navigation counts, the theme is the page's own.
    revalidatePath('/', 'layout');
    redirect(withFlash(`/${locale}${to}`, spec.done));
  };
}

/** « Take this value »: it is filled in beside everything typed; nothing is done yet. */
function proposalTaken(data: FormData): FormState | null {
  const take = data.get('_take');
  if (typeof take !== 'string') return null;
  const [filled = '', value = ''] = take.split(' ');
  return { ...idle, values: { ...typedValues(data), [filled]: value }, filled };
}

/** The destination shows the sentence of the `done` key once (components/layout/flash.tsx). */
function withFlash(path: string, key?: string): string {
  if (!key) return path;
  const [before, hash] = path.split('#');
  return `${before}${before?.includes('?') ? '&' : '?'}done=${encodeURIComponent(key)}${hash ? `#${hash}` : ''}`;
}

type Issue = {
  code?: string;
  message: string;
  minimum?: unknown;
  maximum?: unknown;
  origin?: string;
  format?: string;
  input?: unknown;
};

/** A zod issue as a sentence: custom messages are keys of `errors`, standard ones are mapped by code. */
function issueSentence(t: (key: string, values?: object) => string, issue: Issue): string {
  const values = { minimum: Number(issue.minimum ?? 0), maximum: Number(issue.maximum ?? 0) };
  if (issue.code === 'custom') return t(`errors.${issue.message}`, values);
  if (issue.code === 'invalid_type' && issue.input === undefined) return t('errors.required');
  if (issue.code === 'too_small')
    return t(
      issue.origin === 'string' ? (values.minimum <= 1 ? 'errors.required' : 'errors.too_short') : 'errors.too_small',
      values,
    );
  if (issue.code === 'too_big') return t(issue.origin === 'string' ? 'errors.too_long' : 'errors.too_big', values);
  if (issue.code === 'invalid_format' && issue.format === 'email') return t('errors.email');
  if (issue.code === 'invalid_format' && issue.format === 'url') return t('errors.url');
  return t('errors.invalid');
}
