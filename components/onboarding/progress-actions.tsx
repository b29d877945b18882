import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { mayReadTemplates } from '@/lib/onboarding/policy';
import type { Viewer } from '@/lib/viewer';

/** The lines of the heat table as a spreadsheet. */
export function ProgressExport({ cohort, list }: { cohort?: string; list: string }) {
  const t = useTranslations('onboarding.export');
  if (!cohort) return null;
  return (
    <ButtonLink kind="secondary" href={`/admin/onboarding/export?cohort=${cohort}&list=${list}`}>
      {t('link')}
    </ButtonLink>
  );
}

/** From the heat table: what delays say, the templates behind, the obstacles of the teams. */
export function ProgressLinks({ viewer, list }: { viewer: Viewer; list: string }) {
  const t = useTranslations('onboarding');
  return (
    <p className="my-4 flex flex-wrap gap-x-6 gap-y-2">
      <Link href={`/admin/onboarding/delays?list=${list}`}>{t('delays.link')}</Link>
      {mayReadTemplates(viewer) ? <Link href="/admin/onboarding/templates">{t('template.all')}</Link> : null}
      <Link href="/obstacles">{t('progress.obstacles')}</Link>
    </p>
  );
}
