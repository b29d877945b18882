import { useNow, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/choices';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { Moment } from '@/components/ui/time';
import { changeRetentionAction } from '@/lib/calls/actions/retention';
import type { CallPage } from '@/lib/calls/queries';
import type { RetentionLine } from '@/lib/calls/queries/retention';
import { RETENTIONS } from '@/lib/calls/retention';

type Props = { call: CallPage; changes: RetentionLine[] };

/** The time announced, another one with its reason, and who changed it before. */
export function RetentionPanel({ call, changes }: Props) {
  const t = useTranslations('retention');
  const now = useNow();
  return (
    <>
      <p className="mb-6">{t('now', { months: call.retentionMonths })}</p>
      <ActionForm action={changeRetentionAction} hidden={{ callId: call.id }}>
        <Select
          name="months"
          label={t('months')}
          help={t('monthsHelp')}
          width="medium"
          options={RETENTIONS.map((months) => ({ value: String(months), label: t('time', { months }) }))}
          defaultValue={String(call.retentionMonths)}
        />
        <Textarea name="reason" label={t('reason')} help={t('reasonHelp')} rows={3} />
        {/* Before the closing nothing can be due: there is nothing to be sure of. */}
        {call.closesAt < now ? <Checkbox name="sure" label={t('sure')} optional /> : null}
        <SubmitButton>{t('send')}</SubmitButton>
      </ActionForm>
      {changes.length > 0 ? (
        <section aria-labelledby="changes" className="mt-10">
          <h2 id="changes">{t('changes')}</h2>
          <ul className="rows">
            {changes.map(({ id, before, after, reason, by, at }) => (
              <li key={id} className="block">
                <p>{t('change', { before: t('time', { months: before }), after: t('time', { months: after }) })}</p>
                <p className="wrap-anywhere">{reason}</p>
                <p className="quiet">
                  {by}, <Moment date={at} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
