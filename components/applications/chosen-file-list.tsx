import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import type { MailedFile } from '@/lib/applications/queries/mailings';

/** The files ticked on the board, by name, so that nobody writes to the wrong ones. */
export function ChosenFileList({ files }: { files: MailedFile[] }) {
  const t = useTranslations('mailing.write');
  if (files.length === 0) return null;
  return (
    <Details summary={t('which', { count: files.length })} open={files.length <= 10}>
      <ul>
        {files.map(({ id, title, reference, organisation }) => (
          <li key={id} className="break-words">
            <Link href={`/admin/applications/${id}`}>{title || reference || id}</Link>
            <span className="quiet"> {[reference, organisation].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </Details>
  );
}
