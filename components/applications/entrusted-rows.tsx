import { useTranslations } from 'next-intl';
import { FileStatus } from '@/components/applications/file-status';
import { NextStepLine } from '@/components/applications/next-step';
import { Link } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/panel';
import type { EntrustedFile } from '@/lib/applications/queries/examiner';

/** Files to examine, with where each stands and what it awaits. */
export function EntrustedRows({ files }: { files: EntrustedFile[] }) {
  const t = useTranslations('instructors.mine');
  if (files.length === 0) return <EmptyState title={t('none')} />;
  return (
    <ul className="rows">
      {files.map((file) => (
        <li key={file.id} data-row-link="">
          <span>
            <Link className="row-link" href={`/admin/applications/${file.id}`}>
              {file.title || file.reference || t('untitled')}
            </Link>
            <span className="hint">{[file.organisation, file.reference, file.call].filter(Boolean).join(' · ')}</span>
          </span>
          <span>
            <FileStatus state={file.state} />
            <span className="block">
              <NextStepLine next={file.next} due={file.due} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
