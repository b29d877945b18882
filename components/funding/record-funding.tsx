import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Status } from '@/components/ui/status';
import { computeFundingAction } from '@/lib/funding/actions';
import type { CohortFunding } from '@/lib/funding/queries';
import { useEuros } from './seat-funding';

/** Writes down what is due; says first whether it differs from what was written before. */
export function RecordFunding({ funding }: { funding: CohortFunding }) {
  const t = useTranslations('funding');
  const money = useEuros();
  const { dueCents, recordedCents } = funding.totals;
  const same = dueCents === recordedCents;
  return (
    <ActionForm action={computeFundingAction} hidden={{ cohort: funding.cohort.slug, seenCents: String(dueCents) }}>
      <p className="my-4">
        <Status tone={same ? 'good' : 'time'}>
          {t(same ? 'upToDate' : 'differs', { due: money(dueCents), recorded: money(recordedCents) })}
        </Status>
      </p>
      {same ? null : <SubmitButton>{t('record')}</SubmitButton>}
    </ActionForm>
  );
}
