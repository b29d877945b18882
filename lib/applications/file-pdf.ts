import { plainText } from '@/lib/applications/exports';
import type { SheetSection } from '@/lib/calls/sheet';
import { pdf } from '@/lib/pdf';

export type FilePdf = {
  lang: string;
  title: string;
  /** Label and value of what stands above the answers: reference, call, organisation, reception. */
  facts: [label: string, value: string][];
  sections: SheetSection[];
  /** What stands for a question without an answer. */
  silence: string;
};

const BODY = `
#text(size: 20pt, weight: "bold")[#heading(level: 1, data.title)]
#for fact in data.facts [
  #strong(fact.at(0)) #h(0.5em) #fact.at(1) \\
]
#let answer(entry, silence) = block(breakable: true, above: 1em)[
  #strong(entry.label) \\
  #if entry.text == "" [#emph(silence)] else [#for line in entry.text.split("\\n") [#line \\ ]]
]
#for section in data.sections [
  #heading(level: 2, section.title)
  #for entry in section.entries [#answer(entry, data.silence)]
]
`;

/** A file on paper: what is said above it, then every answer under its question. PDF/UA-1. */
export function filePdf({ sections, ...rest }: FilePdf): Buffer {
  const flat = sections.map(({ title, entries }) => ({
    title,
    entries: entries.map(({ label, value }) => ({ label, text: plainText(value) })),
  }));
  return pdf(BODY, { ...rest, sections: flat });
}
