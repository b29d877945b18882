import { randomUUID } from 'node:crypto';
import { getNow, getTranslations } from 'next-intl/server';
import { SectionFields } from '@/components/calls/section-fields';
import { ZoneNote } from '@/components/calls/zone-note';
import { Notice } from '@/components/ui/notice';
import { Deadline } from '@/components/ui/time';
import { sendFileAction } from '@/lib/applications/actions';
import { digestOf } from '@/lib/applications/digest';
import { isWritable } from '@/lib/applications/policy';
import type { ApplicationFile } from '@/lib/applications/queries';
import { askedAnswers, completenessOf } from '@/lib/calls/completeness';
import { Conditions } from '@/lib/calls/conditions';
import { ATTESTATIONS } from '@/lib/calls/shape';
import { callState } from '@/lib/calls/states';
import { ActionForm, SubmitButton } from '../ui/action-form';

/** The attestations and the sending, once nothing stands in the way any more (MissingPoints says what does). */
export async function SubmitPanel({ file }: { file: ApplicationFile }) {
  const [t, now] = await Promise.all([getTranslations('applications.submit'), getNow()]);
  const { definition } = file.form;
  const state = callState(file.call, now);
  if (file.right === 'view' || !isWritable(file.state)) return null;
  if (state === 'closed') {
    return (
      <Notice tone="time" boxed title={t('closed')}>
        {t('closedText')}
      </Notice>
    );
  }
  const errors = completenessOf(definition, file.answers).errors.filter((one) => one.section !== ATTESTATIONS);
  const rules = new Conditions(definition, file.answers).ineligibilities();
  if (errors.length > 0 || rules.length > 0) return null;
  const inForce = file.submissions.find((one) => one.inForce);
  if (file.state === 'submitted' && inForce?.digest === digestOf(askedAnswers(definition, file.answers))) {
    return (
      <Notice tone="good" boxed title={t('unchanged', { number: inForce.number })}>
        {t('unchangedText')}
      </Notice>
    );
  }
  return (
    <section aria-labelledby="send" className="mt-12">
      <h2 id="send">{t('title')}</h2>
      <p className="my-3">
        {t.rich('text', { deadline: () => <Deadline date={file.call.closesAt} zone={file.call.timeZone} now={now} /> })}
      </p>
      <p className="my-3">
        <ZoneNote date={file.call.closesAt} zone={file.call.timeZone} />
      </p>
      <ActionForm action={sendFileAction} hidden={{ applicationId: file.id, key: randomUUID() }}>
        <SectionFields definition={definition} fields={definition.attestations} answers={file.answers} />
        <SubmitButton>{t(file.submissions.length > 0 ? 'again' : 'send')}</SubmitButton>
      </ActionForm>
    </section>
  );
}
