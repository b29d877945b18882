import { translator } from '@/lib/i18n/translator';
import { type MinutesContent, minutesFile } from '@/lib/jury/minutes';
import { orderSaid } from '@/lib/jury/minutes-order';
import type { Sealed } from '@/lib/jury/queries/minutes';
import { pdf } from '@/lib/pdf';

const momentOf = (date: Date, locale: string) =>
  date.toLocaleString(locale === 'en' ? 'en-GB' : 'fr-FR', {
    timeZone: 'Europe/Paris',
    dateStyle: 'long',
    timeStyle: 'short',
  });

/** The file of sealed minutes that `npm run verify -- minutes.json` checks from itself alone. */
export function minutesJson(sealed: Sealed): string | null {
  const { id, digest, content, event, signatures } = sealed;
  if (!event) return null;
  return minutesFile({
    format: 'cohorte-minutes/1',
    id,
    digest,
    content,
    event,
    signatures: signatures.flatMap(({ event: signed, ...one }) => (signed ? [{ ...one, event: signed }] : [])),
  });
}

export const SHEET = `
= #data.title
#data.lead

#for section in data.sections [
  == #section.title
  #for line in section.lines [#line #linebreak()]
  #if section.rows.len() > 0 {
    table(
      columns: section.columns.len(),
      stroke: (x, y) => if y == 0 { (bottom: 1pt) } else { (bottom: 0.4pt + luma(160)) },
      inset: (x: 4pt, y: 5pt),
      table.header(..section.columns.map(name => strong(name))),
      ..section.rows.flatten()
    )
  }
]
`;

/** The same minutes as an accessible PDF (PDF/UA-1): the text of the sealed content, its digest at the end. */
export async function minutesPdf(sealed: Sealed, locale: string): Promise<Buffer> {
  const lang = locale === 'en' ? 'en' : 'fr';
  const [t, states] = await Promise.all([translator(lang, 'jury'), translator(lang, 'applications')]);
  const content = JSON.parse(sealed.content) as MinutesContent;
  const { method } = content;
  const number = (value: number | null) =>
    value?.toLocaleString(lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 }) ?? '—';
  const presence = (present: boolean | null) =>
    present === null ? '—' : t(present ? 'panels.present' : 'panels.absent');
  const { order, severity } = orderSaid(method, t);
  const corrected = method.correction?.method;
  const bare = { lines: [] as string[], columns: [''], rows: [] as string[][] };
  return pdf(SHEET, {
    lang,
    title: `${t('nav.minutes')} : ${content.stage}`,
    lead: `${content.call} · ${content.cohort} · ${t('minutes.number', { number: content.number })}`,
    sections: [
      {
        ...bare,
        title: t('minutes.method'),
        lines: [
          `${method.rubric[lang]}, ${t(`minutes.marking.${method.marking}`)}, ${t(`minutes.total.${method.total}`)}`,
          ...method.criteria.map((one) => `– ${one.label[lang]} (${one.min}–${one.max}, × ${one.weight})`),
          `${t('board.order')} : ${order}`,
          ...(severity ? [severity] : []),
        ],
      },
      {
        ...bare,
        title: t('minutes.attendance'),
        columns: [t('jurors.name'), t('solution.panel'), t('minutes.presence')],
        rows: content.attendance.map((one) => [one.name, one.panel ?? '—', presence(one.present)]),
      },
      {
        ...bare,
        title: t('minutes.recusals'),
        lines: content.recusals.length ? [] : [t('minutes.noRecusal')],
        columns: [t('jurors.name'), t('panels.file'), t('panels.reason')],
        rows: content.recusals.map((one) => [one.name, one.file, t(`kinds.${one.kind}`)]),
      },
      {
        ...bare,
        title: t('minutes.decisions'),
        columns: [
          t('ranking.rank'),
          t('panels.file'),
          t('ranking.mean'),
          ...(corrected ? [t('minutes.correctedMean')] : []),
          t('decision.title'),
          t('decision.reason'),
        ],
        rows: content.files.map((one) => [
          `${one.place ?? '—'}${one.tiedWith ? ` ${t('ranking.tie')}` : ''}`,
          `${one.reference} · ${one.title}`,
          number(one.mean),
          ...(corrected ? [number(one.corrected ?? null)] : []),
          states(`states.${one.decision}`),
          one.reason,
        ]),
      },
      ...(content.remarks ? [{ ...bare, title: t('minutes.remarks'), lines: content.remarks.split('\n') }] : []),
      {
        ...bare,
        title: t('minutes.signatures'),
        lines: [
          ...sealed.signatures.map((one) => `${one.name}, ${momentOf(new Date(one.signedAt), lang)}`),
          `${t('minutes.sealedBy', { name: content.sealedBy })} ${momentOf(new Date(content.sealedAt), lang)}`,
          `${t('minutes.digest')} ${sealed.digest}`,
        ],
      },
    ],
  });
}
