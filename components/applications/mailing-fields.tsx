import { useTranslations } from 'next-intl';
import { MailVariables } from '@/components/calls/mail-variables';
import { Radios } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { AUDIENCES } from '@/lib/applications/mailing';
import { MAILING_VARIABLES } from '@/lib/calls/mail-events';

export type MailingText = {
  audience: string;
  subjectFr: string;
  bodyFr: string;
  subjectEn: string;
  bodyEn: string;
};

/** Who receives a mailing, and its words in both languages. */
export function MailingFields({ text }: { text?: MailingText }) {
  const t = useTranslations('mailing');
  return (
    <>
      <Radios
        name="audience"
        label={t('write.audience')}
        options={AUDIENCES.map((value) => ({ value, label: t(`write.${value}`) }))}
        defaultValue={text?.audience ?? 'owners'}
      />
      <TextInput
        name="subjectFr"
        label={t('write.subjectFr')}
        defaultValue={text?.subjectFr}
        lang="fr"
        maxLength={200}
      />
      <Textarea
        name="bodyFr"
        label={t('write.bodyFr')}
        help={t('edit.bodyHelp')}
        rows={10}
        defaultValue={text?.bodyFr}
        lang="fr"
      />
      <MailVariables names={MAILING_VARIABLES} open />
      <Details summary={t('write.english')} open={Boolean(text?.bodyEn)}>
        <p className="quiet">{t('write.englishHelp')}</p>
        <TextInput name="subjectEn" label={t('write.subjectEn')} optional defaultValue={text?.subjectEn} lang="en" />
        <Textarea name="bodyEn" label={t('write.bodyEn')} optional rows={8} defaultValue={text?.bodyEn} lang="en" />
      </Details>
    </>
  );
}
