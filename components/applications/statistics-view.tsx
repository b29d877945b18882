import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { BarPicture } from '@/components/ui/bar-picture';
import { ColumnPicture } from '@/components/ui/column-picture';
import { Link } from '@/components/ui/link';
import { Figures } from '@/components/ui/summary-list';
import type { DayCount, Statistics } from '@/lib/applications/queries/statistics';
import type { StatisticsTable } from '@/lib/applications/statistics-csv';
import { inLanguage } from '@/lib/calls/shape';

type Props = { slug: string; statistics: Statistics };

/** The figures of a call: each picture says its finding, holds its table, and can be downloaded. */
export function StatisticsView({ slug, statistics }: Props) {
  const t = useTranslations('statistics');
  const kinds = useTranslations('people.organisation.kinds');
  const locale = useLocale();
  const { steps } = statistics;
  const count = (id: string) => steps.find((step) => step.id === id)?.count ?? 0;
  const started = count('started');
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const figures = (['started', 'submitted', 'eligible', 'selected'] as const).map((id) => ({
    label: t(`figures.${id}`),
    value: count(id),
  }));
  const seats = statistics.profiles.reduce((sum, one) => sum + one.seats, 0);
  return (
    <>
      <Figures items={figures} />
      <h2 className="mt-12">{t('funnel.title')}</h2>
      <p className="quiet">{t('funnel.help')}</p>
      <BarPicture
        title={t('funnel.finding', { started, submitted: count('submitted') })}
        labelHead={t('columns.step')}
        valueHead={t('columns.files')}
        bars={steps.map((step) => ({
          label: t('funnel.value', {
            step: step.title ? inLanguage(step.title, locale) : t(`steps.${step.id as 'started'}`),
            share: share.format(started ? step.count / started : 0),
          }),
          value: step.count,
          text: String(step.count),
        }))}
      />
      <Download slug={slug} table="steps" />
      <h2 className="mt-12">{t('days.title')}</h2>
      <Days days={statistics.days} what="received" />
      <Days days={statistics.days} what="started" />
      <Download slug={slug} table="days" />
      <h2 className="mt-12">{t('kinds.title')}</h2>
      {statistics.kinds.length ? (
        <>
          <BarPicture
            title={t('kinds.finding', { count: statistics.kinds.length })}
            labelHead={t('columns.kind')}
            valueHead={t('columns.files')}
            bars={statistics.kinds.map(({ kind, files }) => ({
              label: kind === 'unknown' ? t('unknownKind') : kinds(kind as 'ministry'),
              value: files,
              text: String(files),
            }))}
          />
          {statistics.kinds.some(({ kind }) => kind === 'unknown') ? (
            <p>
              <Link href={`/admin/calls/${slug}/organisations`}>{t('kinds.place')}</Link>
            </p>
          ) : null}
          <Download slug={slug} table="kinds" />
        </>
      ) : (
        <p>{t('kinds.none')}</p>
      )}
      <h2 className="mt-12">{t('profiles.title')}</h2>
      {seats ? (
        <>
          <BarPicture
            title={t('profiles.finding', { count: seats })}
            labelHead={t('columns.profile')}
            valueHead={t('columns.seats')}
            bars={statistics.profiles.map((one) => ({
              label: t('profiles.seats', { profile: inLanguage(one.label, locale), files: one.files }),
              value: one.seats,
              text: String(one.seats),
            }))}
          />
          <Download slug={slug} table="profiles" />
        </>
      ) : (
        <p>{t('profiles.none')}</p>
      )}
    </>
  );
}

function Days({ days, what }: { days: DayCount[]; what: 'started' | 'received' }) {
  const t = useTranslations('statistics');
  const format = useFormatter();
  const short = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { day: 'numeric', month: 'short', year: '2-digit', timeZone: 'UTC' });
  const long = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const total = days.reduce((sum, one) => sum + one[what], 0);
  const best = days.reduce<DayCount | null>((most, one) => (one[what] > (most?.[what] ?? 0) ? one : most), null);
  return (
    <ColumnPicture
      title={t(`days.${what}`, {
        total,
        max: (best?.[what] ?? 0) > 1 ? (best?.[what] ?? 0) : 0,
        day: best ? long(best.day) : '',
      })}
      labelHead={t('columns.day')}
      valueHead={t(`columns.${what}`)}
      points={days.map((one, index) => ({
        label: short(one.day),
        value: one[what],
        text: String(one[what]),
        mark: index === 0 || index === days.length - 1 || (days.length > 20 && index === Math.floor(days.length / 2)),
      }))}
    />
  );
}

function Download({ slug, table }: { slug: string; table: StatisticsTable }) {
  const t = useTranslations('statistics');
  const base = `/${useLocale()}/admin/calls/${slug}/statistics/export?table=${table}`;
  return (
    <p className="quiet flex flex-wrap gap-x-4 print:hidden">
      <span>{t('csv')}</span>
      <a href={base}>{t('spreadsheet')}</a>
      <a href={`${base}&format=open`}>{t('open')}</a>
    </p>
  );
}
