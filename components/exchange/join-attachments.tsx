import { useLocale, useTranslations } from 'next-intl';
import { KeepFresh } from '@/components/layout/keep-fresh';
import { Details } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import { bytesText } from '@/lib/bytes';
import type { Joined } from '@/lib/exchange/attachments';
import type { NamedAttachment } from '@/lib/exchange/queries/attachments';
import type { OneFilesImport } from '@/lib/exchange/queries/files';
import { JoinForm } from './join-form';

const SHOWN = 100;
const REFUSED = [
  'no_file',
  'too_large',
  'not_an_archive',
  'encrypted',
  'bomb',
  'path_outside',
  'too_many_files',
  'file_too_large',
  'under_way',
  'failed',
] as const;
type Props = { slug: string; run: OneFilesImport; attachments: NamedAttachment[]; refused?: string };

/** Attachments that the imported files name: those that are here, those to bring, and what became of the last ones brought. */
export function JoinAttachments({ slug, run, attachments, refused }: Props) {
  const t = useTranslations('intake-import.attachments');
  const missing = attachments.filter(({ here }) => !here);
  const underWay = run.joining ? ['waiting', 'running'].includes(run.joining.state) : false;
  // What an address says when nothing was taken, or what came of the last archive brought.
  const why = REFUSED.find(
    (one) => one === (refused || (run.joining?.state === 'failed' ? 'failed' : run.joining?.refused)),
  );
  const counts = [
    { key: 'named', label: t('named'), value: attachments.length },
    { key: 'here', label: t('here'), value: attachments.length - missing.length },
    { key: 'missing', label: t('missing'), value: missing.length },
  ];
  return (
    <section aria-labelledby="attachments" className="mt-12">
      <h2 id="attachments">{t('title')}</h2>
      {why ? <Notice tone="bad">{t(`refusals.${why}`)}</Notice> : null}
      {underWay ? <UnderWay percent={run.joining?.percent ?? 0} /> : null}
      {run.report.joined && !underWay ? <LastJoined joined={run.report.joined} /> : null}
      <SummaryList items={counts} />
      {missing.length > 0 ? (
        <>
          <Missing missing={missing} />
          {underWay ? null : <JoinForm slug={slug} importId={run.id} />}
        </>
      ) : (
        <p>{t(attachments.length > 0 ? 'allHere' : 'none')}</p>
      )}
    </section>
  );
}

/** What was brought is being read and joined, behind the page. */
function UnderWay({ percent }: { percent: number }) {
  const t = useTranslations('intake-import.attachments.joining');
  return (
    <>
      <Progress label={t('label')} value={percent} max={100}>
        {t('percent', { percent })}
      </Progress>
      <p>{t('leave')}</p>
      <KeepFresh words={{ on: t('fresh'), off: t('reload') }} />
    </>
  );
}

function Missing({ missing }: { missing: NamedAttachment[] }) {
  const t = useTranslations('intake-import.attachments');
  const locale = useLocale();
  return (
    <Details summary={t('which', { count: missing.length })} wide>
      {missing.length > SHOWN ? <p>{t('first', { shown: SHOWN })}</p> : null}
      <Table
        caption={t('missing')}
        captionHidden
        stack
        rows={missing.slice(0, SHOWN)}
        rowKey={(one) => `${one.applicationId}-${one.source}-${one.position}`}
        rowHref={(one) => `/admin/applications/${one.applicationId}`}
        columns={[
          { key: 'file', label: t('file'), cell: (one) => one.key },
          { key: 'label', label: t('question'), cell: (one) => one.label },
          { key: 'name', label: t('name'), cell: (one) => <span className="break-words">{one.name}</span> },
          { key: 'size', label: t('size'), align: 'end', cell: (one) => (one.size ? bytesText(one.size, locale) : '') },
        ]}
      />
    </Details>
  );
}

/** What the last files brought did, and which of them went nowhere, with why. */
function LastJoined({ joined }: { joined: Joined }) {
  const t = useTranslations('intake-import.attachments');
  const left = joined.extra + joined.refused;
  return (
    <>
      <Notice tone={left > 0 ? 'time' : 'good'} title={t('last.title', { count: joined.attached })}>
        {[
          joined.already > 0 ? t('last.already', { count: joined.already }) : '',
          left > 0 ? t('last.left', { count: left }) : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </Notice>
      {joined.named.length > 0 ? (
        <Details summary={t('last.which', { count: left })} wide>
          <Table
            caption={t('last.which', { count: left })}
            captionHidden
            stack
            rows={joined.named.map((one, index) => ({ ...one, index }))}
            rowKey={(one) => String(one.index)}
            columns={[
              { key: 'name', label: t('name'), cell: (one) => <span className="break-words">{one.name}</span> },
              { key: 'why', label: t('why'), cell: (one) => t(`whys.${one.why as 'extra'}`) },
            ]}
          />
        </Details>
      ) : null}
    </>
  );
}
