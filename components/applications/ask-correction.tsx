import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkboxes } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { DateInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { askCorrectionAction } from '@/lib/applications/actions/correspondence';
import { correctable } from '@/lib/applications/corrections';
import type { FormDefinition } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';

type Props = { applicationId: string; definition: FormDefinition; timeZone: string; proposedDue: string };

/** Which answers to correct, why, and until when: what the applicant will be told, and all they will be able to change. */
export function AskCorrection({ applicationId, definition, timeZone, proposedDue }: Props) {
  const t = useTranslations('correspondence.corrections');
  const locale = useLocale();
  return (
    <Details summary={t('ask')}>
      <ActionForm action={askCorrectionAction} hidden={{ applicationId, timeZone }}>
        <p>{t('askHelp')}</p>
        <fieldset className="field" id="f-fields" tabIndex={-1}>
          <legend className="label">{t('fields')}</legend>
          {correctable(definition).map(({ section, fields }) => (
            <Details
              key={section.id}
              summary={t('section', { title: inLanguage(section.title, locale), count: fields.length })}
            >
              <Checkboxes
                id={`fields-${section.id}`}
                name="fields"
                label={inLanguage(section.title, locale)}
                options={fields.map(({ id, label }) => ({ value: id, label: inLanguage(label, locale) }))}
              />
            </Details>
          ))}
        </fieldset>
        <Textarea id="correction-reason" name="reason" label={t('reason')} help={t('reasonHelp')} rows={4} />
        <DateInput id="correction-due" name="due" label={t('due')} help={t('dueHelp')} defaultValue={proposedDue} />
        <SubmitButton>{t('send')}</SubmitButton>
      </ActionForm>
    </Details>
  );
}
