import { useLocale, useTranslations } from 'next-intl';
import { type IntakeFilters, intakeHref } from '@/lib/applications/intake-filters';

/** The same files in three forms: for a spreadsheet, for a program, whole. */
export function ExportLinks({ path, filters }: { path: string; filters: IntakeFilters }) {
  const t = useTranslations('intake.export');
  const address = `/${useLocale()}${intakeHref(`${path}/export`, filters, { page: 1 })}`;
  const join = address.includes('?') ? '&' : '?';
  return (
    <p className="quiet">
      <span className="mr-4">{t('label')}</span>
      {(['spreadsheet', 'open', 'json'] as const).map((format) => (
        <a key={format} className="mr-4" href={`${address}${join}format=${format}`}>
          {t(format)}
        </a>
      ))}
    </p>
  );
}
