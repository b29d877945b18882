import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { undoActAction } from '@/lib/applications/actions/examine';
import type { LastAct } from '@/lib/applications/queries/board';

/** What the reader last did here, and the way back: for ten minutes. */
export function UndoBar({ act }: { act: LastAct | null }) {
  const t = useTranslations('intake.undo');
  // The form stays when there is nothing more to undo: it says what was undone.
  return (
    <ActionForm action={undoActAction} hidden={{ actId: act?.id ?? '' }}>
      {act ? (
        <Notice tone="info" boxed>
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <p className="m-0">{t(act.kind as 'label', { count: act.count })}</p>
            <SubmitButton kind="secondary" size="small">
              {t('undo')}
            </SubmitButton>
          </div>
        </Notice>
      ) : null}
    </ActionForm>
  );
}
