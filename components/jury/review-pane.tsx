import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { Moment } from '@/components/ui/time';
import type { Version } from '@/lib/jury/queries/history';
import type { FileToRead } from '@/lib/jury/queries/reading';
import { ReviewForm } from './review-form';
import { ReviewSheet } from './review-sheet';
import { Versions } from './versions';

/** The juror's own grid: to fill, to amend, or to read again once the stage is closed. */
export function ReviewPane({ file, versions }: { file: FileToRead; versions: Version[] }) {
  const t = useTranslations('jury.read');
  const sentAt = file.review?.sentAt;
  return (
    <>
      <h2 id="grid">{t('grid')}</h2>
      {sentAt ? (
        <Notice tone="good">
          {t('sentAt')} <Moment date={new Date(sentAt)} />. {file.closed ? t('closed') : t('sentNotice')}
        </Notice>
      ) : null}
      {file.closed && file.review ? <ReviewSheet rubric={file.rubric} review={file.review} /> : null}
      {file.closed && !file.review ? <p>{t('closed')}</p> : null}
      {file.closed ? null : <ReviewForm file={file} />}
      <Versions rubric={file.rubric} versions={versions} />
    </>
  );
}
