import compile from 'icu-minify/compile';
import format, { type CompiledMessage, type FormatOptions, type FormatValues } from 'icu-minify/format';

/**
 * Stands for `use-intl/format-message` in the built application (next.config.js). The library's own compiles every message
 * and makes its formatters again at each request: here both are kept for as long as the process runs.
 */
const messages = new Map<string, CompiledMessage>();

/** One object for one locale and one set of options, whoever asks. */
function kept<Options, Made>(make: new (locale?: Intl.LocalesArgument, options?: Options) => Made) {
  const made = new Map<string, Made>();
  return (locale?: Intl.LocalesArgument, options?: Options): Made => {
    const key = options ? `${locale}${JSON.stringify(options)}` : String(locale);
    const found = made.get(key) ?? new make(locale, options);
    made.set(key, found);
    return found;
  };
}

const formatters = {
  getDateTimeFormat: kept(Intl.DateTimeFormat),
  getNumberFormat: kept(Intl.NumberFormat),
  getPluralRules: kept(Intl.PluralRules),
} as FormatOptions['formatters'];

type Options = { locale: string; timeZone?: string };

export default function formatMessage(
  _key: string,
  message: unknown,
  values: FormatValues | undefined,
  { locale, timeZone }: Options,
): unknown {
  if (typeof message !== 'string') throw new Error('This is not a message, but several');
  if (!/['{}<#|]/.test(message)) return message;
  let compiled = messages.get(message);
  if (compiled === undefined) {
    compiled = compile(message);
    messages.set(message, compiled);
  }
  const said = format(compiled, locale, values, { formatters, timeZone });
  return Array.isArray(said) && said.length === 0 ? '' : said;
}
/** Messages come in as they are written: `t.raw` may read them. */
formatMessage.raw = true;
