import { translator } from '@/lib/i18n/translator';
import type { PaperSheet } from '@/lib/jury/queries/paper';
import { marksOf, type Rubric } from '@/lib/jury/schema';
import { pdf } from '@/lib/pdf';

const BODY = `
#let line = block(above: 0.9em, below: 0.9em, line(length: 100%, stroke: 0.4pt + luma(140)))
#let lines(count) = for _ in range(count) { line }
#if data.sheets.len() == 0 [= #data.title
#data.nothing]
#for (index, sheet) in data.sheets.enumerate() [
  #if index > 0 { pagebreak() }
  = #sheet.file
  #sheet.who #h(1fr) #data.stage

  #for criterion in data.criteria [
    #block(breakable: false, above: 1.1em)[
      == #criterion.label
      #text(size: 9.5pt)[#criterion.help]
      #block(above: 0.7em)[#for mark in criterion.marks [#box(inset: (x: 6pt, y: 4pt), stroke: 0.6pt + luma(90), mark) #h(0.4em)]]
      #if criterion.remark [#text(size: 9.5pt)[#data.remark] #line]
    ]
  ]
  #block(breakable: false, above: 1.2em)[
    #if data.verdicts.len() > 0 [*#data.verdict* #h(0.8em) #for one in data.verdicts [#box(width: 8pt, height: 8pt, stroke: 0.8pt) #h(0.3em) #one #h(1em)]

    ]
    *#data.comment* #lines(3)
    #data.sign #h(0.6em) #box(width: 60%, stroke: (bottom: 0.6pt), height: 1.2em)
  ]
]
`;

/** One grid a page, to fill by hand and enter later: what each criterion asks, its marks to circle, room to write. PDF/UA-1. */
export async function gridsPdf(
  stage: { name: string; call: string; rubric: Rubric },
  sheets: PaperSheet[],
  lang: 'fr' | 'en',
): Promise<Buffer> {
  const t = await translator(lang, 'jury');
  const { rubric } = stage;
  const opinion = rubric.opinion;
  return pdf(BODY, {
    lang,
    title: `${t('nav.rubric')} : ${stage.name}`,
    stage: `${stage.name} · ${stage.call}`,
    nothing: t('paper.nothingToPrint'),
    sheets: sheets.map(({ who, reference, title }) => ({ who, file: [reference, title].filter(Boolean).join(' · ') })),
    criteria: rubric.criteria.map((one) => ({
      label: one.label[lang],
      help: one.description?.[lang] ?? '',
      marks: [
        ...marksOf(one.scale).map((mark) => {
          const anchor = one.anchors.find((word) => word.mark === mark);
          return `${mark.toLocaleString(lang)}${anchor ? ` · ${anchor.label[lang]}` : ''}`;
        }),
        ...(one.notApplicable ? [t('read.na')] : []),
      ],
      remark: one.comment !== 'none',
    })),
    remark: t('read.criterionComment'),
    verdict: t('read.verdict'),
    verdicts: opinion.verdicts.map(({ label }) => label[lang]),
    comment: t('read.comment'),
    sign: t('paper.signature'),
  });
}
