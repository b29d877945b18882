import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

let compiler: NodeCompiler | undefined;

/** What every printed document shares: language, title, A4, numbered pages, and `data` read from JSON. */
const PREAMBLE = `#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(lang: data.lang, font: "Libertinus Serif", size: 11pt)
#set page(paper: "a4", margin: (x: 2.2cm, y: 2.4cm), footer: context [#set text(size: 9pt)
  #data.title #h(1fr) #counter(page).display("1 / 1", both: true)])
#set par(justify: false, leading: 0.7em)
#show heading: set block(above: 1.4em, below: 0.7em)
`;

/** What PDF/UA allows in no text (byte order marks, non-characters) or that would turn the lines around. */
const FORBIDDEN = /[\uFEFF\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]|[^\P{Cc}\t\n]/gu;
const printable = (_: string, value: unknown) =>
  typeof value === 'string' ? value.toWellFormed().replace(FORBIDDEN, '') : value;

export type PdfData = { lang: string; title: string };

/**
 * A tagged PDF/UA-1 from a Typst body. Values arrive as JSON in `data`, never spliced into the source: what people
 * typed stays text. A character that no font of ours can draw (an emoji) becomes □: PDF/UA forbids a text one cannot
 * read. Throws when the body does not compile, which only a change of our own templates can cause.
 */
export function pdf<Data extends PdfData>(body: string, data: Data): Buffer {
  const json = JSON.stringify(data, printable);
  try {
    return compile(body, json);
  } catch (error) {
    const unknown = undrawable(String(error));
    if (unknown.size === 0) throw error;
    const drawn = [...json].map((one) => (unknown.has(one) ? (/\p{M}/u.test(one) ? '' : '□') : one)).join('');
    return compile(body, drawn);
  }
}

function compile(body: string, json: string): Buffer {
  compiler ??= NodeCompiler.create();
  const made = compiler.pdf({ mainFileContent: PREAMBLE + body, inputs: { data: json } }, { pdfStandard: 'ua-1' });
  compiler.evictCache(10);
  return made;
}

/** The characters of "the text `"…"` could not be displayed with font …", written as they are or as `\\u{fe0f}`. */
function undrawable(error: string): Set<string> {
  const found = new Set<string>();
  for (const [, shown = ''] of error.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)) {
    const text = shown.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
    for (const one of text) found.add(one);
  }
  return found;
}
