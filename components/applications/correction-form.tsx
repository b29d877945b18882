import { getLocale, getTranslations } from 'next-intl/server';
import type { Attaching } from '@/components/calls/file-control';
import { SectionFields } from '@/components/calls/section-fields';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { ButtonRow } from '@/components/ui/button';
import type { FormState } from '@/components/ui/form-state';
import { answerCorrectionAction } from '@/lib/applications/actions/correspondence';
import { corrected } from '@/lib/applications/corrections';
import type { MyCorrection } from '@/lib/applications/queries/corrections';
import { CorrectionBase } from './correction-base';
import { draftLabels } from './draft-labels';
import { fieldNames } from './field-names';

type Props = {
  correction: MyCorrection;
  initialState?: FormState;
  attaching: Attaching;
  /** Changes when the viewer's own writing was kept, and not when a file arrives: what is being typed then stays. */
  kept: string;
};

/** The answers to correct and nothing else: kept as often as wanted, sent once. */
export async function CorrectionForm({ correction, initialState, attaching, kept }: Props) {
  const [t, locale, labels] = await Promise.all([
    getTranslations('correspondence.corrections'),
    getLocale(),
    draftLabels(),
  ]);
  const { definition, fields, inForce, start } = correction;
  return (
    <ActionForm
      action={answerCorrectionAction}
      hidden={{ correctionId: correction.id }}
      initialState={initialState}
      key={kept}
    >
      {/* Enter in a text field presses the first button: it must keep and stay, never send nor remove a row. */}
      <button className="hidden-text" type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" />
      <CorrectionBase base={start} labels={labels} fieldLabels={fieldNames(fields, locale)} />
      <SectionFields
        definition={definition}
        fields={fields}
        answers={corrected(inForce, fields, start)}
        attaching={attaching}
      />
      <ButtonRow>
        <SubmitButton name="intent" value="send">
          {t('sendCorrection')}
        </SubmitButton>
        <SubmitButton name="intent" value="save" kind="secondary">
          {t('keep')}
        </SubmitButton>
      </ButtonRow>
      <p className="quiet">{t('sendHelp')}</p>
    </ActionForm>
  );
}
