import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Status } from '@/components/ui/status';
import { Textarea } from '@/components/ui/textarea';
import { redactFieldAction } from '@/lib/jury/actions/rubric';
import type { Shown } from '@/lib/jury/anonymity';

type Props = {
  stageId: string;
  applicationId: string;
  original: Shown;
  shown: Shown;
  redactions: Record<string, string>;
};

/** The redacted version, answer by answer: what jurors read now, what was written, and how to word it for them. */
export function RedactionList({ stageId, applicationId, original, shown, redactions }: Props) {
  const t = useTranslations('jury.redaction');
  const locale = useLocale() === 'en' ? 'en' : 'fr';
  const said = (file: Shown) =>
    new Map(
      file.sections.flatMap(({ entries }) =>
        entries.map(({ id, lines }) => [id, lines.map((line) => line[locale]).join('\n')] as const),
      ),
    );
  const now = said(shown);
  const before = said(original);
  const fields = [
    { id: 'title', label: t('projectName'), before: original.title, now: shown.title },
    ...original.sections
      .flatMap(({ entries }) => entries)
      .map(({ id, label }) => ({
        id,
        label: label[locale],
        before: before.get(id) ?? '',
        now: now.get(id) ?? '',
      })),
  ];
  return fields.map((field) => {
    const written = redactions[field.id];
    const state = written !== undefined ? 'written' : field.now === field.before ? 'same' : 'masked';
    return (
      <Details
        key={field.id}
        wide
        summary={
          <>
            {field.label}{' '}
            <Status tone={state === 'same' ? 'neutral' : state === 'masked' ? 'active' : 'good'}>
              {t(`states.${state}`)}
            </Status>
          </>
        }
      >
        <p className="hint">{t('original')}</p>
        <p className="whitespace-pre-line max-w-2xl">{field.before || t('nothing')}</p>
        <ActionForm action={redactFieldAction} hidden={{ stageId, applicationId, fieldId: field.id }}>
          <Textarea
            id={`redaction-${field.id}`}
            name="text"
            label={t('text')}
            help={t('textHelp')}
            optional
            rows={4}
            defaultValue={written ?? field.now}
          />
          <div className="btn-row">
            <SubmitButton kind="secondary" name="act" value="save">
              {t('save')}
            </SubmitButton>
            {written === undefined ? null : (
              <SubmitButton kind="quiet" name="act" value="restore">
                {t('restore')}
              </SubmitButton>
            )}
          </div>
        </ActionForm>
      </Details>
    );
  });
}
