import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { mayReadTemplates } from '@/lib/onboarding/policy';
import type { Viewer } from '@/lib/viewer';

/** From the heat table: its lines as a spreadsheet, what delays say, the templates behind. */
export function ProgressActions({ viewer, cohort, list }: { viewer: Viewer; cohort?: string; list: string }) {
  const t = useTranslations('onboarding');
  const query = `cohort=${cohort}&list=${list}`;
  return (
    <>
      {mayReadTemplates(viewer) ? (
        <ButtonLink kind="secondary" href="/admin/onboarding/templates">
          {t('template.all')}
        </ButtonLink>
      ) : null}
      {cohort ? (
        <>
          <ButtonLink kind="secondary" href={`/admin/onboarding/delays?list=${list}`}>
            {t('delays.link')}
          </ButtonLink>
          <ButtonLink kind="secondary" href={`/admin/onboarding/export?${query}`}>
            {t('export.link')}
          </ButtonLink>
        </>
      ) : null}
    </>
  );
}
