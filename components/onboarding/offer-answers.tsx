import { useTranslations } from 'next-intl';
import { ChangeList } from '@/components/onboarding/change-list';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { decideOfferAction } from '@/lib/onboarding/actions/templates';
import type { Change } from '@/lib/onboarding/offers';
import type { Offer } from '@/lib/onboarding/queries/offers';

type Props = { offer: Offer; challenge: string; list: string };

/** Each change of a newer version, to take or to leave; what was answered stays answered either way. */
export function OfferAnswers({ offer, challenge, list }: Props) {
  const t = useTranslations('onboarding.offer');
  const hidden = {
    checklistId: offer.checklistId,
    templateId: offer.templateId,
    version: String(offer.version),
    challenge,
    list,
  };
  const button = (accepted: 'yes' | 'no', label: string, about: string, change?: Change) => (
    <ActionForm action={decideOfferAction} hidden={{ ...hidden, accepted, change: change?.key ?? '' }}>
      <SubmitButton kind={accepted === 'yes' ? 'primary' : 'secondary'} size="small" aria-label={`${label} : ${about}`}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
  return (
    <>
      <ChangeList
        changes={offer.changes}
        acts={(change) => (
          <div className="mt-3 flex flex-wrap gap-3">
            {button('yes', t('take'), change.title.fr, change)}
            {button('no', t('leave'), change.title.fr, change)}
          </div>
        )}
      />
      {offer.changes.length > 1 ? (
        <div className="mt-8 flex flex-wrap gap-3">
          {button('yes', t('takeAll', { count: offer.changes.length }), t('all'))}
          {button('no', t('leaveAll'), t('all'))}
        </div>
      ) : null}
    </>
  );
}
