import { useLocale, useTranslations } from 'next-intl';
import { IntervalPicture } from '@/components/ui/interval-picture';
import { Table } from '@/components/ui/table';
import { numberIn } from '@/lib/i18n/number';
import type { CalibrationView } from '@/lib/jury/queries/calibration';

/** How each juror marks: number, mean, spread, and beside the others; with intervals once severity can be told from quality. */
export function JurorHabits({ view }: { view: CalibrationView }) {
  const t = useTranslations('jury.calibration');
  const locale = useLocale();
  const two = numberIn(locale, 2);
  const number = (value: number | null) => (value === null ? '—' : two(value));
  const signed = (value: number | null) => (value === null ? '—' : `${value > 0 ? '+' : ''}${two(value)}`);
  const name = (id: string) => view.jurors.get(id) ?? id;
  const { calibration, habits } = view;
  const fitted = calibration.ok ? new Map(calibration.jurors.map((one) => [one.juror, one])) : undefined;
  const above = (id: string, raw: number | null) => fitted?.get(id)?.leniency ?? raw;
  const rows = habits.toSorted((a, b) => (above(a.juror, a.aboveOthers) ?? 0) - (above(b.juror, b.aboveOthers) ?? 0));
  if (rows.length === 0) return null;
  const widest = Math.max(...[...(fitted?.values() ?? [])].flatMap(({ interval }) => interval.map(Math.abs)), 0.1);
  return (
    <>
      {fitted ? (
        <IntervalPicture
          title={t('severityPicture')}
          min={-widest}
          max={widest}
          labelHead={t('juror')}
          valueHead={t('leniency')}
          limit={{ at: 0, label: t('likeOthers') }}
          intervals={rows.flatMap(({ juror }) => {
            const one = fitted.get(juror);
            if (!one) return [];
            const [low, high] = one.interval;
            // The interval is even on both sides: one number says it, short enough for a phone.
            const text = `${signed(one.leniency)} ± ${two((high - low) / 2)}`;
            return [{ key: juror, label: name(juror), low, high, value: one.leniency, text }];
          })}
        />
      ) : null}
      <Table
        caption={t('jurors')}
        stack
        rows={rows}
        rowKey={(row) => row.juror}
        columns={[
          { key: 'juror', label: t('juror'), cell: (row) => name(row.juror) },
          { key: 'count', label: t('count'), align: 'end', cell: (row) => row.count },
          { key: 'mean', label: t('mean'), align: 'end', cell: (row) => number(row.mean) },
          { key: 'spread', label: t('spread'), align: 'end', cell: (row) => number(row.spread) },
          { key: 'above', label: t('aboveOthers'), align: 'end', cell: (row) => signed(row.aboveOthers) },
        ]}
      />
    </>
  );
}
