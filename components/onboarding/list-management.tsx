import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { DateInput } from '@/components/ui/text-input';
import { moveArrivalAction } from '@/lib/onboarding/actions';
import type { ChecklistView } from '@/lib/onboarding/queries/lists';
import type { StationRow } from '@/lib/onboarding/queries/workstations';

type Props = { list: ChecklistView; offered: number; needs: StationRow[] | null };

/** For those who lead the list: a newer template, what fellows said they need, another day of arrival. */
export function ListManagement({ list, offered, needs }: Props) {
  const t = useTranslations('onboarding');
  const { slug } = list.challenge;
  const told = needs?.filter((one) => one.needs !== null).length ?? 0;
  return (
    <div className="print:hidden">
      {offered > 0 ? (
        <Notice tone="info">
          {t('offer.notice', { count: offered })}.{' '}
          <Link href={`/onboarding/${slug}/changes?list=${list.templateKey}`}>{t('offer.see')}</Link>
        </Notice>
      ) : null}
      {needs ? (
        <p className="my-3">
          <Link href={`/onboarding/${slug}/workstations`}>{t('workstation.all')}</Link>{' '}
          <span className="quiet">{t('workstation.told', { told, total: needs.length })}</span>
        </p>
      ) : null}
      {list.manages ? (
        <Details summary={t('list.move')}>
          <ActionForm
            action={moveArrivalAction}
            hidden={{ checklistId: list.id, challenge: slug, list: list.templateKey }}
          >
            <DateInput
              name="arrivesOn"
              label={t('list.moveDay')}
              help={t('list.moveHelp')}
              defaultValue={list.arrivesOn ?? undefined}
            />
            <SubmitButton kind="secondary">{t('list.moveSave')}</SubmitButton>
          </ActionForm>
        </Details>
      ) : null}
    </div>
  );
}
