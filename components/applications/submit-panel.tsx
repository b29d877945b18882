import { randomUUID } from 'node:crypto';
import { getLocale, getNow, getTranslations } from 'next-intl/server';
import { errorSentences } from '@/components/calls/error-sentences';
import { SectionFields } from '@/components/calls/section-fields';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Deadline } from '@/components/ui/time';
import { sendFileAction } from '@/lib/applications/actions';
import { isWritable } from '@/lib/applications/policy';
import type { ApplicationFile } from '@/lib/applications/queries';
import { completenessOf } from '@/lib/calls/completeness';
import { Conditions } from '@/lib/calls/conditions';
import { ATTESTATIONS, inLanguage } from '@/lib/calls/shape';
import { callState } from '@/lib/calls/states';
import { ActionForm, SubmitButton } from '../ui/action-form';

/** What still stands in the way, each line a link; otherwise the attestations and the sending. */
export async function SubmitPanel({ file }: { file: ApplicationFile }) {
  const [t, now, locale] = await Promise.all([getTranslations('applications.submit'), getNow(), getLocale()]);
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
  const sentences = await errorSentences(definition, errors);
  if (errors.length > 0 || rules.length > 0) {
    return (
      <section aria-labelledby="missing" className="notice mt-10" data-tone="time" data-boxed="">
        <h2 id="missing">{t('missing', { count: errors.length })}</h2>
        <ul className="mt-3 list-disc ps-6">
          {Object.entries(sentences).map(([name, all]) => {
            const section = errors.find((one) => one.path.startsWith(name))?.section;
            return all.map((sentence) => (
              <li key={`${name} ${sentence}`}>
                <Link href={`/my-applications/${file.id}/sections/${section}?check=1`}>{sentence}</Link>
              </li>
            ));
          })}
          {rules.map((rule) => (
            <li key={rule.id}>{inLanguage(rule.message, locale)}</li>
          ))}
        </ul>
      </section>
    );
  }
  return (
    <section aria-labelledby="send" className="mt-12">
      <h2 id="send">{t('title')}</h2>
      <p className="my-3">
        {t.rich('text', { deadline: () => <Deadline date={file.call.closesAt} zone={file.call.timeZone} now={now} /> })}
      </p>
      <ActionForm action={sendFileAction} hidden={{ applicationId: file.id, key: randomUUID() }}>
        <SectionFields definition={definition} fields={definition.attestations} answers={file.answers} />
        <SubmitButton>{t(file.submissions.length > 0 ? 'again' : 'send')}</SubmitButton>
      </ActionForm>
    </section>
  );
}
