import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Link } from '@/components/ui/link';
import { Status, type StatusTone } from '@/components/ui/status';
import { Deadline, Moment } from '@/components/ui/time';
import { cancelCorrectionAction, reviewCorrectionAction } from '@/lib/applications/actions/correspondence';
import type { CorrectionLine } from '@/lib/applications/queries/corrections';
import type { FormDefinition } from '@/lib/calls/form';
import { findField, inLanguage } from '@/lib/calls/shape';

const TONES: Record<CorrectionLine['state'], StatusTone> = {
  open: 'time',
  answered: 'good',
  cancelled: 'neutral',
  expired: 'bad',
};
type Props = { applicationId: string; definition: FormDefinition; lines: CorrectionLine[] };

/** The corrections asked for, newest first: what, why, until when, and what came of it. */
export function CorrectionLines({ applicationId, definition, lines }: Props) {
  const t = useTranslations('correspondence.corrections');
  if (lines.length === 0) return <p className="quiet">{t('none')}</p>;
  return (
    <ul className="rows">
      {lines.map((line) => (
        <li key={line.id} className="block">
          <p className="flex flex-wrap justify-between gap-x-6">
            <Status tone={TONES[line.state]}>{t(`states.${line.state}`)}</Status>
            <span className="quiet">
              {line.by}, <Moment date={line.createdAt} />
            </span>
          </p>
          <p className="my-2 whitespace-pre-wrap wrap-anywhere">{line.reason}</p>
          <Fields ids={line.fieldIds} definition={definition} />
          <Outcome line={line} applicationId={applicationId} />
        </li>
      ))}
    </ul>
  );
}

function Fields({ ids, definition }: { ids: string[]; definition: FormDefinition }) {
  const t = useTranslations('correspondence.corrections');
  const locale = useLocale();
  const names = ids.map((id) => {
    const field = findField(definition, id);
    return field ? inLanguage(field.label, locale) : id;
  });
  return <p className="quiet">{t('about', { fields: names.join(', ') })}</p>;
}

function Outcome({ line, applicationId }: { line: CorrectionLine; applicationId: string }) {
  const t = useTranslations('correspondence.corrections');
  const hidden = { correctionId: line.id };
  const act = line.state === 'open' ? cancelCorrectionAction : reviewCorrectionAction;
  return (
    <>
      {line.state === 'open' ? (
        <p>{t.rich('until', { date: () => <Deadline date={line.dueAt} /> })}</p>
      ) : (
        <p>
          {line.answeredAt
            ? t.rich('answeredBy', { by: line.answeredBy ?? '', date: () => <Moment date={line.answeredAt as Date} /> })
            : t.rich('wasDue', { date: () => <Moment date={line.dueAt} /> })}{' '}
          {line.submissionNumber ? (
            <Link href={`/admin/applications/${applicationId}/history?to=${line.submissionNumber}`}>
              {t('see', { number: line.submissionNumber })}
            </Link>
          ) : null}
        </p>
      )}
      {line.state === 'open' || (line.state !== 'cancelled' && !line.reviewedAt) ? (
        <ActionForm action={act} hidden={hidden}>
          <SubmitButton kind={line.state === 'open' ? 'quiet' : 'secondary'} size="small">
            {t(line.state === 'open' ? 'cancel' : line.state === 'answered' ? 'review' : 'acknowledge')}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </>
  );
}
