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

export type PdfData = { lang: string; title: string };

/**
 * A tagged PDF/UA-1 from a Typst body. Values arrive as JSON in `data`, never spliced into the source: what people
 * typed stays text. Throws when the body does not compile, which only a change of our own templates can cause.
 */
export function pdf<Data extends PdfData>(body: string, data: Data): Buffer {
  compiler ??= NodeCompiler.create();
  const made = compiler.pdf(
    { mainFileContent: PREAMBLE + body, inputs: { data: JSON.stringify(data) } },
    { pdfStandard: 'ua-1' },
  );
  compiler.evictCache(10);
  return made;
}
