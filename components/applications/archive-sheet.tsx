import { useLocale, useTranslations } from 'next-intl';
import { KeepFresh } from '@/components/layout/keep-fresh';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import { Day, Moment } from '@/components/ui/time';
import { stopArchiveAction } from '@/lib/applications/actions/archive';
import { isUnderWay } from '@/lib/applications/archive-report';
import type { ArchiveRow } from '@/lib/applications/queries/archives';
import { bytesText } from '@/lib/bytes';

const WEEK = 7 * 86_400_000;

/** An archive on its way, or what came of it. */
export function ArchiveSheet({ slug, archive }: { slug: string; archive: ArchiveRow }) {
  const t = useTranslations('archives');
  if (isUnderWay(archive.state)) return <UnderWay archive={archive} />;
  if (archive.state === 'done') return <Done slug={slug} archive={archive} />;
  return (
    <>
      <Notice tone={archive.state === 'failed' ? 'bad' : 'neutral'} boxed>
        {t(`one.${archive.state as 'failed'}`)}
      </Notice>
      {archive.state === 'expired' ? <Report archive={archive} /> : null}
    </>
  );
}

function UnderWay({ archive }: { archive: ArchiveRow }) {
  const t = useTranslations('archives');
  return (
    <>
      <Progress label={t('one.progress')} value={archive.done} max={Math.max(1, archive.total)}>
        {t('one.of', { done: archive.done, total: archive.total })}
      </Progress>
      <p>{t('one.leave')}</p>
      <KeepFresh words={{ on: t('one.fresh'), off: t('one.reload') }} />
      <ActionForm action={stopArchiveAction} hidden={{ archiveId: archive.id }}>
        <SubmitButton kind="secondary">{t('one.stop')}</SubmitButton>
      </ActionForm>
    </>
  );
}

function Done({ slug, archive }: { slug: string; archive: ArchiveRow }) {
  const t = useTranslations('archives');
  const locale = useLocale();
  const until = new Date((archive.finishedAt ?? archive.createdAt).getTime() + WEEK);
  return (
    <>
      <p>
        <a className="btn" data-kind="primary" href={`/${locale}/admin/calls/${slug}/archives/${archive.id}/download`}>
          {t('one.download', { size: bytesText(archive.size, locale) })}
        </a>
      </p>
      <p className="quiet">{t.rich('one.kept', { date: () => <Day date={until} /> })}</p>
      <Report archive={archive} />
    </>
  );
}

function Report({ archive }: { archive: ArchiveRow }) {
  const t = useTranslations('archives.one');
  const why = useTranslations('archives.why');
  const { report } = archive;
  return (
    <>
      <h2>{t('report')}</h2>
      <SummaryList
        items={[
          { key: 'files', label: t('files'), value: report.files },
          { key: 'attachments', label: t('attachments'), value: report.attachments },
          { key: 'left', label: t('left'), value: report.left },
          { key: 'asked', label: t('asked'), value: <Moment date={archive.createdAt} /> },
          ...(archive.finishedAt
            ? [{ key: 'done', label: t('done'), value: <Moment date={archive.finishedAt} /> }]
            : []),
          { key: 'digest', label: t('digest'), value: <code className="break-all text-sm">{archive.sha256}</code> },
        ]}
      />
      {report.left === 0 ? (
        <Notice tone="good">{t('allThere')}</Notice>
      ) : (
        <>
          <Notice tone="time" title={t('leftTitle', { count: report.left })}>
            {t('leftHelp')}
          </Notice>
          <Table
            caption={t('left')}
            captionHidden
            stack
            rows={report.named.map((one, index) => ({ ...one, index }))}
            rowKey={(row) => String(row.index)}
            columns={[
              { key: 'file', label: t('file'), cell: (row) => row.file },
              { key: 'name', label: t('name'), cell: (row) => <span className="break-words">{row.name}</span> },
              { key: 'why', label: t('why'), cell: (row) => why(row.why) },
            ]}
          />
        </>
      )}
    </>
  );
}
