import { translator } from '@/lib/i18n/translator';
import { SHEET } from '@/lib/jury/exports';
import { halfDayText } from '@/lib/jury/half-day';
import type { Convocation } from '@/lib/jury/queries/convocation';
import type { MyHearing } from '@/lib/jury/queries/hearing';
import type { PanelRow } from '@/lib/jury/queries/panels';
import { pdf } from '@/lib/pdf';

// Plannings to print and pin on a door, as tagged PDFs (PDF/UA-1).

type Only = { panel?: string | null; juror?: string | null; file?: string | null };
type Stage = { name: string; call: string; timeZone: string; settings: { rhythm: { generalGrid: number } } };

const languageOf = (locale: string) => (locale === 'en' ? 'en' : 'fr');
const hourOf = (at: Date | string | null, lang: string, timeZone: string) =>
  at ? new Date(at).toLocaleTimeString(lang, { timeZone, hour: '2-digit', minute: '2-digit' }) : '—';
const dayOf = (at: Date, lang: string, timeZone: string) =>
  at.toLocaleDateString(lang === 'en' ? 'en-GB' : 'fr-FR', { timeZone, dateStyle: 'full' });

/** The panels of a stage, or what one panel, one juror or one team needs of them; null when they are nowhere in it. */
export async function planningPdf(
  stage: Stage,
  all: PanelRow[],
  locale: string,
  only: Only = {},
): Promise<Buffer | null> {
  const lang = languageOf(locale);
  const t = await translator(lang, 'jury');
  const panels = all.flatMap((panel) => seenBy(panel, only));
  if (panels.length === 0 && all.length > 0) return null;
  const hour = (iso: string | null) => hourOf(iso, lang, stage.timeZone);
  const halfDay = (one: string) => halfDayText(one, lang, { am: t('timetable.am'), pm: t('timetable.pm') });
  /** The last moment of a half-day: the panel looks back on all its files. */
  const generalGrid = ({ hearings }: PanelRow) => {
    const { generalGrid: minutes } = stage.settings.rhythm;
    const last = Math.max(...hearings.map(({ endsAt }) => (endsAt ? Date.parse(endsAt) : Number.NaN)));
    if (!Number.isFinite(last) || minutes === 0) return [];
    const [from, to] = [new Date(last).toISOString(), new Date(last + minutes * 60_000).toISOString()];
    return [[`${hour(from)} – ${hour(to)}`, t('planning.generalGrid'), '']];
  };
  const who = all.flatMap(({ members }) => members).find(({ id }) => id === only.juror)?.name;
  return pdf(SHEET, {
    lang,
    title: `${t('nav.panels')} : ${stage.name}`,
    lead: [stage.call, who].filter(Boolean).join(' · '),
    sections: panels.map((panel) => ({
      title: [t('panels.panel', { name: panel.name }), ...panel.slots.map(halfDay), panel.room]
        .filter(Boolean)
        .join(' · '),
      // A team is told where and when, not who else is in the building.
      lines: only.file
        ? [panel.link].filter(Boolean)
        : [panel.members.map(({ name }) => name).join(', '), panel.link].filter(Boolean),
      columns: only.file
        ? [t('panels.hour'), t('panels.file')]
        : [t('panels.hour'), t('panels.file'), t('panels.outOfRoom')],
      rows: [
        ...panel.hearings.map((one) => [
          `${hour(one.startsAt)} – ${hour(one.endsAt)}`,
          `${one.title} (${one.organisation})`,
          ...(only.file ? [] : [one.absent.join(', ')]),
        ]),
        ...(only.file ? [] : generalGrid(panel)),
      ],
    })),
  });
}

/** A juror's sheet leaves out the files they step out for; a team's holds its own hearing only. */
function seenBy(panel: PanelRow, { panel: id, juror, file }: Only): PanelRow[] {
  if (id && panel.id !== id) return [];
  const member = panel.members.find((one) => one.id === juror);
  if (juror && !member) return [];
  const hearings = panel.hearings.filter(
    (one) => !(member && one.absent.includes(member.name)) && (!file || one.applicationId === file),
  );
  return file && hearings.length === 0 ? [] : [{ ...panel, hearings }];
}

/** A juror's own hearings, half-day by half-day. */
export async function myPlanningPdf(name: string, hearings: MyHearing[], locale: string): Promise<Buffer> {
  const lang = languageOf(locale);
  const t = await translator(lang, 'jury');
  const zone = 'Europe/Paris';
  const byPanel = Map.groupBy(hearings, (one) => `${one.stage} · ${t('panels.panel', { name: one.panel })}`);
  return pdf(SHEET, {
    lang,
    title: t('hearing.mine'),
    lead: name,
    sections: [...byPanel].map(([title, own]) => ({
      title,
      lines: [own[0]!.startsAt ? dayOf(own[0]!.startsAt, lang, zone) : '', own[0]!.room, own[0]!.link].filter(Boolean),
      columns: [t('panels.hour'), t('panels.file')],
      rows: own.map((one) => [
        `${hourOf(one.startsAt, lang, zone)} – ${hourOf(one.endsAt, lang, zone)}`,
        `${one.reference} · ${one.title}`,
      ]),
    })),
  });
}

/** What a team brings on the day: when, where, how its time is shared. */
export async function convocationPdf(told: Convocation, locale: string): Promise<Buffer> {
  const lang = languageOf(locale);
  const t = await translator(lang, 'jury');
  const { pitch, questions } = told.rhythm;
  const hour = (at: Date) => hourOf(at, lang, told.timeZone);
  return pdf(SHEET, {
    lang,
    title: t('convocation.title'),
    lead: `${told.call} · ${told.reference}`,
    sections: [
      {
        title: told.title,
        lines: [
          `${dayOf(told.startsAt, lang, told.timeZone)}, ${hour(told.startsAt)} – ${hour(told.endsAt)}`,
          told.place,
          told.link,
          t('convocation.minutes', { pitch, questions }),
          t('convocation.expect'),
        ].filter(Boolean),
        columns: [''],
        rows: [],
      },
    ],
  });
}
