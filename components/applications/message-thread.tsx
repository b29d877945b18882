import { useTranslations } from 'next-intl';
import { FileScan } from '@/components/calls/file-scan';
import { Badge } from '@/components/ui/status';
import { Moment } from '@/components/ui/time';
import type { Message } from '@/lib/applications/queries/talk';
import { READABLE_BY_AUTHORS, READABLE_BY_OTHERS } from '@/lib/calls/scan';

/** Messages about a file, oldest first: whose they are, when they left, whether the other side has read them. */
export function MessageThread({ messages, side }: { messages: Message[]; side: 'team' | 'applicant' }) {
  const t = useTranslations('correspondence.messages');
  if (messages.length === 0) return <p className="quiet">{t('none')}</p>;
  return (
    <ol className="timeline" aria-label={t('thread')}>
      {messages.map((message) => {
        const mine = message.side === side;
        return (
          <li key={message.id} data-tone={mine ? undefined : 'info'}>
            <p className="font-semibold">
              {message.side === 'team' ? t('fromTeam', { by: message.by || 'none' }) : message.by}{' '}
              {!mine && !message.seenAt ? <Badge tone="time">{t('new')}</Badge> : null}
            </p>
            <p className="quiet">
              <Moment date={message.createdAt} />
              {mine ? ` · ${message.seenAt ? t('read') : t('unread')}` : null}
            </p>
            {message.body ? <p className="mt-1 whitespace-pre-wrap wrap-anywhere">{message.body}</p> : null}
            {message.file ? <SentFile file={message.file} mine={mine} /> : null}
          </li>
        );
      })}
    </ol>
  );
}

/** The file of a message: a link once it may be read, its name and what is known of it until then. */
function SentFile({ file, mine }: { file: NonNullable<Message['file']>; mine: boolean }) {
  const readable = (mine ? READABLE_BY_AUTHORS : READABLE_BY_OTHERS).includes(file.scan);
  return (
    <p className="mt-1 wrap-anywhere">
      {readable ? (
        <a className="link" href={`/api/files/${file.id}`} download>
          {file.name}
        </a>
      ) : (
        file.name
      )}{' '}
      <FileScan state={file.scan} />
    </p>
  );
}
