import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Select } from '@/components/ui/select';
import { startChecklistAction } from '@/lib/onboarding/actions';
import type { WithoutList } from '@/lib/onboarding/queries/progress';

/** Challenges that have no such list: one choice, one button. */
export function GiveList({ challenges, list, title }: { challenges: WithoutList[]; list: string; title: string }) {
  const t = useTranslations('onboarding.progress.give');
  if (challenges.length === 0) return null;
  return (
    <section aria-labelledby="give" className="mt-10">
      <h2 id="give">{t('title')}</h2>
      <p className="quiet my-2">{t('lead', { list: title })}</p>
      <ActionForm action={startChecklistAction} hidden={{ templateKey: list }}>
        <Select
          name="challengeId"
          label={t('challenge')}
          options={challenges.map((one) => ({ value: one.id, label: `${one.title} (${one.cohort})` }))}
        />
        <SubmitButton kind="secondary">{t('submit')}</SubmitButton>
      </ActionForm>
    </section>
  );
}
