import { useLocale, useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import { IntervalPicture } from '@/components/ui/interval-picture';
import { Notice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { numberIn } from '@/lib/i18n/number';
import type { CalibrationView as View } from '@/lib/jury/queries/calibration';

type Props = { view: View; places: number };

/** Raw and corrected means side by side, with what is not known about them; or why nothing can be corrected. */
export function CalibrationView({ view, places }: Props) {
  const t = useTranslations('jury.calibration');
  const locale = useLocale();
  const number = numberIn(locale, 2);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const { calibration } = view;
  const title = (id: string) => view.files.get(id)?.title ?? id;
  const juror = (id: string) => view.jurors.get(id) ?? id;
  if (!calibration.ok)
    return calibration.reason === 'disconnected' ? (
      <Notice tone="time" boxed title={t('disconnected.title', { count: calibration.parts.length })}>
        <p>{t('disconnected.text')}</p>
        <ul className="prose">
          {calibration.parts.map((part, index) => (
            <li key={index}>{t('disconnected.part', { files: part.files.length, jurors: part.jurors.length })}</li>
          ))}
        </ul>
      </Notice>
    ) : (
      <Notice tone="info" boxed title={t('tooFew.title')}>
        {t('tooFew.text')}
      </Notice>
    );
  const files = calibration.files.toSorted((a, b) => a.place - b.place);
  const range = ([best, worst]: [number, number]) =>
    best === worst ? t('place', { place: best }) : t('range', { best, worst });
  return (
    <>
      <IntervalPicture
        title={t('picture')}
        min={1}
        max={files.length}
        labelHead={t('file')}
        valueHead={t('places')}
        limit={places < files.length ? { at: places + 0.5, label: t('limit', { count: places }) } : undefined}
        intervals={files.map((one) => ({
          key: one.file,
          label: title(one.file),
          low: one.places[0],
          high: one.places[1],
          value: one.place,
          text: range(one.places),
        }))}
      />
      <Table
        caption={t('table')}
        wide
        rows={files}
        rowKey={(row) => row.file}
        columns={[
          { key: 'file', label: t('file'), cell: (row) => title(row.file) },
          { key: 'raw', label: t('raw'), align: 'end', cell: (row) => number(row.raw) },
          {
            key: 'corrected',
            label: t('corrected'),
            align: 'end',
            cell: (row) => <strong>{number(row.corrected)}</strong>,
          },
          {
            key: 'interval',
            label: t('interval'),
            align: 'end',
            cell: (row) => `${number(row.interval[0])} – ${number(row.interval[1])}`,
          },
          { key: 'places', label: t('places'), cell: (row) => range(row.places) },
          {
            key: 'in',
            label: t('inFirst', { count: places }),
            align: 'end',
            cell: (row) => percent.format(row.inFirst),
          },
        ]}
      />
      <Details summary={t('method.title')}>
        <p>
          {t('method.text', {
            method: calibration.method,
            quality: number(calibration.variances.quality ?? 0),
            leniency: number(calibration.variances.leniency ?? 0),
            residual: number(calibration.variances.chance ?? 0),
          })}
        </p>
        <Table
          caption={t('residuals')}
          rows={calibration.residuals.slice(0, 10)}
          rowKey={(row) => `${row.juror} ${row.file}`}
          columns={[
            { key: 'file', label: t('file'), cell: (row) => title(row.file) },
            { key: 'juror', label: t('juror'), cell: (row) => juror(row.juror) },
            { key: 'value', label: t('given'), align: 'end', cell: (row) => number(row.value) },
            { key: 'expected', label: t('expected'), align: 'end', cell: (row) => number(row.expected) },
            { key: 'residual', label: t('residual'), align: 'end', cell: (row) => number(row.standardised) },
          ]}
        />
      </Details>
    </>
  );
}
