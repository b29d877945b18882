import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Status } from '@/components/ui/status';
import { Deadline } from '@/components/ui/time';
import { removeReaderAction } from '@/lib/applications/actions/preselection';
import type { ExaminationSettings } from '@/lib/applications/examination-settings';
import type { ReadingLine } from '@/lib/applications/queries/preselection';
import { summaryOf } from '@/lib/applications/reading';
import { inLanguage } from '@/lib/calls/shape';

const TONES = { favourable: 'good', reserved: 'time', unfavourable: 'bad' } as const;
type Props = { lines: ReadingLine[]; hidden: boolean; grid: ExaminationSettings; readOnly?: boolean };

/** Several readings side by side: criteria down, readers across, the mean last; hidden until one's own is sent. */
export function ReadingsTable({ lines, hidden, grid, readOnly }: Props) {
  const t = useTranslations('correspondence.readings');
  const locale = useLocale();
  if (lines.length === 0) return <p className="quiet">{t('none')}</p>;
  const summary = summaryOf(lines, grid.criteria, grid.scale);
  const number = (value: number | null) =>
    value === null ? '–' : value.toLocaleString(locale, { maximumFractionDigits: 1 });
  return (
    <>
      {hidden ? <Notice tone="info">{t('hidden')}</Notice> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard. */}
      <section className="table-region" aria-label={t('caption')} tabIndex={0}>
        <table className="table">
          <caption className="hidden-text">{t('caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('criterion')}</th>
              {lines.map((line) => (
                <th key={line.id} scope="col">
                  {line.mine ? <Link href={`/readings/${line.id}`}>{line.reader}</Link> : line.reader}
                </th>
              ))}
              <th scope="col" data-align="end">
                {t('mean')}
              </th>
            </tr>
          </thead>
          <tbody>
            {grid.criteria.map((criterion, index) => (
              <tr key={criterion.id}>
                <th scope="row">
                  {inLanguage(criterion, locale)}
                  {summary.apart.includes(criterion.id) ? <span className="block text-time">{t('apart')}</span> : null}
                </th>
                {lines.map((line) => (
                  <td key={line.id}>{line.marks[criterion.id] ?? '–'}</td>
                ))}
                <td data-align="end">{number(summary.criteria[index]?.mean ?? null)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('opinion')}</th>
              {lines.map((line) => (
                <td key={line.id}>
                  {line.opinion ? <Status tone={TONES[line.opinion]}>{t(`opinions.${line.opinion}`)}</Status> : null}
                  {line.sentAt ? null : <NotSent line={line} readOnly={readOnly} />}
                  {line.sentAt && hidden ? t('sent') : null}
                </td>
              ))}
              <td data-align="end">{number(summary.mean)}</td>
            </tr>
          </tbody>
        </table>
      </section>
      {lines
        .filter(({ comment }) => comment)
        .map((line) => (
          <blockquote key={line.id} className="my-3 border-s-2 border-rule ps-4">
            <p className="whitespace-pre-wrap wrap-anywhere">{line.comment}</p>
            <p className="quiet">{line.reader}</p>
          </blockquote>
        ))}
    </>
  );
}

function NotSent({ line, readOnly }: { line: ReadingLine; readOnly?: boolean }) {
  const t = useTranslations('correspondence.readings');
  return (
    <>
      <Status tone="neutral">{t('waiting')}</Status>
      {line.dueAt ? (
        <span className="quiet block">
          <Deadline date={line.dueAt} />
        </span>
      ) : null}
      {readOnly ? null : (
        <ActionForm action={removeReaderAction} hidden={{ readingId: line.id }}>
          <SubmitButton kind="quiet" size="small">
            {t('takeBack')}
            <span className="hidden-text"> {line.reader}</span>
          </SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
