import { useLocale, useTranslations } from 'next-intl';
import { UploadForm } from '@/components/ui/upload-form';

/** A past site, to import. */
export function SiteUpload() {
  const t = useTranslations('exchange.upload');
  return (
    <UploadForm
      action={`/api/imports?locale=${useLocale()}`}
      kind="primary"
      name="archive"
      label={t('label')}
      help={t('help')}
      accept=".zip,application/zip"
      send={t('send')}
    />
  );
}

/** Files of a call received elsewhere. */
export function FilesUpload({ slug }: { slug: string }) {
  const t = useTranslations('intake-import.upload');
  return (
    <UploadForm
      action={`/api/files-imports?call=${encodeURIComponent(slug)}&locale=${useLocale()}`}
      kind="primary"
      name="files"
      label={t('label')}
      help={t('help')}
      accept=".json,.csv,application/json,text/csv"
      send={t('send')}
    />
  );
}
