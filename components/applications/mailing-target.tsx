import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/panel';
import type { MailedFile } from '@/lib/applications/queries/mailings';

type Props = { target: 'files' | 'chosen' | 'drafts'; count: number; files: MailedFile[]; board: string };

/** Whom a mail to many is begun for: how many, the files ticked by name, and the way back to choose others. */
export function MailingTarget({ target, count, files, board }: Props) {
  const t = useTranslations('mailing.write');
  if (target === 'chosen' && count === 0)
    return (
      <EmptyState title={t('chosen', { count })} action={<Link href={board}>{t('back')}</Link>}>
        {t('chosenWhy')}
      </EmptyState>
    );
  return (
    <>
      <p>{t(target, { count })}</p>
      <ChosenFileList files={files} />
      {target === 'drafts' ? null : (
        <p>
          <Link href={board}>{t(target === 'chosen' ? 'back' : 'change')}</Link>
        </p>
      )}
    </>
  );
}

/** The files ticked on the board, by name, so that nobody writes to the wrong ones. */
function ChosenFileList({ files }: { files: MailedFile[] }) {
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
