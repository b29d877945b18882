import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { declareTieAction } from '@/lib/jury/actions/room';
import type { TitleRow } from '@/lib/jury/queries/ties';
import { DECLARABLE } from '@/lib/jury/states';

/** The titles of a call, and nothing else of its files: each may be said to be too close. */
export function TitleList({ stageId, files }: { stageId: string; files: TitleRow[] }) {
  const t = useTranslations('jury');
  return (
    <ul className="rows">
      {files.map((file) => (
        <li key={file.id} className="block">
          <p>
            <strong>{file.title}</strong>{' '}
            <span className="hint">{[file.reference, file.organisation].filter(Boolean).join(' · ')}</span>
          </p>
          <Details
            summary={
              <>
                {t('ties.declare')}
                <span className="hidden-text"> : {file.title}</span>
              </>
            }
          >
            <ActionForm action={declareTieAction} hidden={{ stageId, applicationId: file.id }}>
              <Select
                id={`kind-${file.id}`}
                name="kind"
                label={t('read.conflictKind')}
                placeholder=""
                options={DECLARABLE.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
              />
              <Textarea id={`why-${file.id}`} name="reason" label={t('read.conflictReason')} optional rows={2} />
              <SubmitButton kind="secondary">{t('read.conflictSend')}</SubmitButton>
            </ActionForm>
          </Details>
        </li>
      ))}
    </ul>
  );
}
