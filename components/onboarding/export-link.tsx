import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';

/** The same lines as a spreadsheet. */
export function ExportLink({ cohort, list }: { cohort: string; list: string }) {
  const t = useTranslations('onboarding.export');
  return (
    <ButtonLink kind="secondary" href={`/admin/onboarding/export?cohort=${cohort}&list=${list}`}>
      {t('link')}
    </ButtonLink>
  );
}
