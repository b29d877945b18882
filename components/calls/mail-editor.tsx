import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { usualMailAction, wordMailAction } from '@/lib/calls/actions/mail-template';
import { MAIL_EVENTS, type MailEvent } from '@/lib/calls/mail-events';
import type { MailText } from '@/lib/calls/wording';
import { MailPreview } from './mail-preview';
import { MailVariables } from './mail-variables';

type Props = {
  callId: string;
  event: MailEvent;
  locale: 'fr' | 'en';
  text: MailText & { version: number };
  usual: MailText;
  values: Record<string, string>;
};

/** The words of one mail in one language beside what they give; back to the usual ones in one press. */
export function MailEditor({ callId, event, locale, text, usual, values }: Props) {
  const t = useTranslations('mailing');
  const hidden = { callId, event, locale };
  return (
    <>
      <ActionForm
        key={`${event}:${locale}:${text.version}`}
        action={wordMailAction}
        hidden={{ ...hidden, version: String(text.version) }}
      >
        <Notice tone={text.version ? 'info' : 'neutral'}>{t(text.version ? 'edit.version' : 'edit.isUsual')}</Notice>
        <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
          <div className="min-w-0" lang={locale}>
            <TextInput name="subject" label={t('edit.subject')} defaultValue={text.subject} maxLength={200} />
            <TextInput name="title" label={t('edit.heading')} defaultValue={text.title} maxLength={200} />
            <Textarea name="body" label={t('edit.body')} help={t('edit.bodyHelp')} rows={10} defaultValue={text.body} />
            <MailVariables names={MAIL_EVENTS[event]} open />
            <SubmitButton>{t('edit.save')}</SubmitButton>
          </div>
          <MailPreview
            key={JSON.stringify(values)}
            names={{ subject: 'subject', title: 'title', body: 'body' }}
            saved={text}
            values={values}
            words={{
              title: t('preview.title'),
              subject: t('preview.subject'),
              live: t('preview.live'),
              button: t('preview.button'),
            }}
          />
        </div>
      </ActionForm>
      {text.version ? (
        <Details summary={t('edit.reset')}>
          <p>{t('edit.resetHelp')}</p>
          <blockquote lang={locale}>
            <p>
              <strong>{usual.subject}</strong>
            </p>
            <p className="whitespace-pre-line">{usual.body}</p>
          </blockquote>
          <ActionForm action={usualMailAction} hidden={hidden}>
            <SubmitButton kind="secondary">{t('edit.reset')}</SubmitButton>
          </ActionForm>
        </Details>
      ) : null}
    </>
  );
}
