import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { type IntakeFilters, intakeHref } from '@/lib/applications/intake-filters';

/** The same files in three forms: for a spreadsheet, for a program, whole. */
export function ExportLinks({ path, filters }: { path: string; filters: IntakeFilters }) {
  const t = useTranslations('intake.export');
  const address = `/${useLocale()}${intakeHref(`${path}/export`, filters, { page: 1 })}`;
  const whole = useTranslations('archives');
  const call = path.replace(/\/applications$/, '');
  const join = address.includes('?') ? '&' : '?';
  return (
    <p className="quiet flex flex-wrap gap-x-4 gap-y-1">
      <span>{t('label')}</span>
      {(['spreadsheet', 'open', 'json'] as const).map((format) => (
        <a key={format} href={`${address}${join}format=${format}`}>
          {t(format)}
        </a>
      ))}
      <Link href={intakeHref(`${call}/archives`, filters, { page: 1 })}>{whole('link')}</Link>
      <Link href={intakeHref(`${call}/mailings/new`, filters, { page: 1 })}>{whole('write')}</Link>
    </p>
  );
}
