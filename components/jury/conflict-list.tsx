import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Status } from '@/components/ui/status';
import { TextInput } from '@/components/ui/text-input';
import { judgeConflictAction } from '@/lib/jury/actions/coordinator';
import type { ConflictRow } from '@/lib/jury/queries/assignment';

const TONES = { found: 'time', proposed: 'time', declared: 'time', confirmed: 'bad', dismissed: 'neutral' } as const;

/** Ties between jurors and files, each with its reason and what a coordinator says of it. */
export function ConflictList({ stageId, conflicts }: { stageId: string; conflicts: ConflictRow[] }) {
  const t = useTranslations('jury');
  return (
    <ul className="rows">
      {conflicts.map((one) => {
        const key = `${one.applicationId}-${one.personId}-${one.kind}`;
        const hidden = { stageId, applicationId: one.applicationId, personId: one.personId, kind: one.kind };
        return (
          <li key={key} className="block">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6">
              <p>
                <strong>{one.name}</strong> · {one.title} <span className="quiet">({one.organisation})</span>
              </p>
              <Status tone={TONES[one.state]}>{t(`conflicts.states.${one.state}`)}</Status>
            </div>
            <p className="hint">{[t(`kinds.${one.kind}` as 'kinds.other'), one.reason].filter(Boolean).join(' · ')}</p>
            {one.kind === 'owner' ? null : (
              <Details summary={t('conflicts.judge')}>
                {one.state === 'confirmed' ? null : (
                  <ActionForm action={judgeConflictAction} hidden={{ ...hidden, state: 'confirmed' }}>
                    <SubmitButton kind="secondary" size="small">
                      {t('conflicts.confirm')}
                    </SubmitButton>
                  </ActionForm>
                )}
                {one.state === 'dismissed' ? null : (
                  <ActionForm action={judgeConflictAction} hidden={{ ...hidden, state: 'dismissed' }} className="mt-4">
                    <TextInput id={`reason-${key}`} name="reason" label={t('conflicts.why')} />
                    <SubmitButton kind="secondary" size="small">
                      {t('conflicts.dismiss')}
                    </SubmitButton>
                  </ActionForm>
                )}
              </Details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
