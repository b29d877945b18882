import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { applyFilesAction, discardFilesAction } from '@/lib/exchange/actions/files';
import type { NamedAttachment } from '@/lib/exchange/queries/attachments';
import type { ImportableCall, OneFilesImport, OpenedImport } from '@/lib/exchange/queries/files';
import { FilesMap } from './files-map';
import { FilesPreview } from './files-preview';
import { FilesReportView } from './files-report';
import { JoinAttachments } from './join-attachments';

type Props = {
  call: ImportableCall;
  run: OneFilesImport;
  opened: OpenedImport | null;
  attachments: NamedAttachment[];
  refused?: string;
};

/** Map, then read the report, then apply: one step at a time, each can be done again until the last. */
export function FilesSteps({ call, run, opened, attachments, refused }: Props) {
  const t = useTranslations('intake-import');
  const hidden = { slug: call.slug, importId: run.id };
  if (run.state === 'applied')
    return (
      <>
        <h2>{t('report.appliedTitle')}</h2>
        <FilesReportView report={run.report} form={call.form.definition} />
        {run.kind === 'demarches' ? (
          <JoinAttachments slug={call.slug} run={run} attachments={attachments} refused={refused} />
        ) : null}
      </>
    );
  if (!opened) return <Notice tone="bad">{t('refusals.unreadable')}</Notice>;
  const map = <FilesMap call={call} importId={run.id} {...opened} />;
  return (
    <>
      <FilesPreview source={opened.source} />
      {run.state === 'checked' ? (
        <>
          <h2 id="report" className="mt-8">
            {t('report.title')}
          </h2>
          <FilesReportView report={run.report} form={call.form.definition} />
          <h2 className="mt-10">{t('apply.title')}</h2>
          <p className="quiet">{t('apply.help')}</p>
          <ActionForm action={applyFilesAction} hidden={hidden}>
            <SubmitButton>{t('apply.button')}</SubmitButton>
          </ActionForm>
          <Details summary={t('map.again')} wide>
            {map}
          </Details>
        </>
      ) : (
        <>
          <h2 className="mt-8 mb-2">{t('map.title')}</h2>
          {map}
        </>
      )}
      <ActionForm action={discardFilesAction} hidden={hidden} className="mt-8">
        <SubmitButton kind="quiet">{t('apply.discard')}</SubmitButton>
      </ActionForm>
    </>
  );
}
