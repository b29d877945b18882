import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Status } from '@/components/ui/status';
import { Figures } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import { UploadForm } from '@/components/ui/upload-form';
import { applyLibraryAction } from '@/lib/support/actions/resources';
import type { LibraryLine } from '@/lib/support/library-zip';

/** The whole library, taken away or brought in. */
export function LibraryLinks() {
  const t = useTranslations('support');
  return (
    <p className="mt-8 flex flex-wrap gap-x-6 gap-y-2">
      <a href="/api/support/resources">{t('resources.export')}</a>
      <Link href="/resources/import">{t('library.title')}</Link>
    </p>
  );
}

const REFUSALS = [
  'no_file',
  'nothing_inside',
  'archive_too_heavy',
  'not_an_archive',
  'encrypted',
  'bomb',
  'path_outside',
  'too_many_files',
  'file_too_large',
  'too_large',
] as const;

/** What an import did: the figures it leaves in the address. */
export function LibraryReport({ applied }: { applied: string }) {
  const t = useTranslations('support.library');
  if (!/^\d+(\.\d+){3}$/.test(applied)) return null;
  const [created = 0, updated = 0, attached = 0, unchanged = 0] = applied.split('.').map(Number);
  return (
    <div role="status">
      <Notice tone="good" boxed>
        {t('applied', { created, updated, attached, unchanged })}
      </Notice>
    </div>
  );
}

export function LibraryUpload({ refused }: { refused: string }) {
  const t = useTranslations('support.library');
  const locale = useLocale();
  const reason = REFUSALS.find((one) => one === refused);
  return (
    <>
      {reason ? (
        <div role="alert">
          <Notice tone="bad">{t(`refused.${reason}`)}</Notice>
        </div>
      ) : null}
      <UploadForm
        action={`/api/support/resources/import?locale=${locale}`}
        kind="primary"
        required
        label={t('file')}
        help={t('fileHelp')}
        accept=".zip,application/zip"
        send={t('check')}
      />
    </>
  );
}

const ACTS = ['created', 'updated', 'attached', 'unchanged', 'left', 'unreadable'] as const;
const TONES = {
  created: 'good',
  updated: 'active',
  attached: 'good',
  unchanged: 'neutral',
  left: 'time',
  unreadable: 'bad',
} as const;

/** What applying the archive would do now, line by line; nothing has been written. */
export function LibraryDryRun({ fileId, name, lines }: { fileId: string; name: string; lines: LibraryLine[] }) {
  const t = useTranslations('support.library');
  const count = (act: LibraryLine['act']) => lines.filter((line) => line.act === act).length;
  const detail = (line: LibraryLine) =>
    line.detail
      .map((one) => (t.has(`details.${one}` as 'details.twice') ? t(`details.${one}` as 'details.twice') : one))
      .join(', ');
  return (
    <section aria-labelledby="dry-run">
      <h2 id="dry-run">{t('dryRun', { name })}</h2>
      <Figures
        items={ACTS.filter((act) => count(act) > 0).map((act) => ({ label: t(`acts.${act}`), value: count(act) }))}
      />
      <Table
        caption={t('dryRun', { name })}
        captionHidden
        stack
        rows={lines}
        rowKey={(line) => line.file}
        columns={[
          {
            key: 'file',
            label: t('line'),
            cell: (line) => (
              <span className="break-words">
                {line.title || line.file}
                {line.title ? <span className="block font-normal text-ink-soft text-sm">{line.file}</span> : null}
              </span>
            ),
          },
          {
            key: 'act',
            label: t('what'),
            cell: (line) => <Status tone={TONES[line.act]}>{t(`act.${line.act}`)}</Status>,
          },
          { key: 'detail', label: t('why'), cell: detail },
        ]}
      />
      {count('created') + count('updated') + count('attached') > 0 ? (
        <ActionForm action={applyLibraryAction} hidden={{ fileId }} className="mt-6">
          <SubmitButton>{t('apply')}</SubmitButton>
        </ActionForm>
      ) : (
        <p className="mt-6">{t('nothing')}</p>
      )}
    </section>
  );
}
