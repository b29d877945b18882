import { useNow, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Deadline, Moment } from '@/components/ui/time';
import type { ApplicationCard } from '@/lib/applications/queries';
import { FileStatus } from './file-status';

/** One's files: name, call, state, and the moment that matters. */
export function FileRows({ files }: { files: ApplicationCard[] }) {
  const t = useTranslations('applications');
  const now = useNow();
  return (
    <ul className="rows">
      {inOrder(files, now).map((file) => (
        <li key={file.id} data-row-link="">
          <span>
            <Link className="row-link" href={`/my-applications/${file.id}`}>
              {file.title || t('untitled')}
            </Link>
            <span className="hint">
              {[file.call.title, file.reference, file.right === 'owner' ? null : t(`rights.${file.right}`)]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className="hint">
              <When file={file} now={now} />
            </span>
          </span>
          <FileStatus state={file.state} />
        </li>
      ))}
    </ul>
  );
}

/** What can still be sent first, the nearest deadline before the others; then as they came, the last moved first. */
const inOrder = (files: ApplicationCard[], now: Date): ApplicationCard[] => {
  const open = (file: ApplicationCard) => file.state === 'draft' && now < file.call.closesAt;
  const drafts = files.filter(open).sort((a, b) => a.call.closesAt.getTime() - b.call.closesAt.getTime());
  return [...drafts, ...files.filter((file) => !open(file))];
};

function When({ file, now }: { file: ApplicationCard; now: Date }) {
  const t = useTranslations('applications.list');
  const zone = file.call.timeZone;
  if (file.state === 'draft' && now < file.call.closesAt)
    return t.rich('closes', { date: () => <Deadline date={file.call.closesAt} zone={zone} now={now} /> });
  if (file.state === 'draft') return t('tooLate');
  return file.submittedAt
    ? t.rich('sent', { date: () => <Moment date={file.submittedAt as Date} zone={zone} /> })
    : null;
}
