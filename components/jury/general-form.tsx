import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkbox, Radios } from '@/components/ui/choices';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { sendGeneralGridAction } from '@/lib/jury/actions/hearing';
import type { GeneralGrid } from '@/lib/jury/queries/hearing';
import type { Opinion } from '@/lib/jury/schema';

/** At the end of the day: each file's rank, verdict, reason, and perhaps the favourite, sent as a whole. */
export function GeneralForm({ grid, opinion }: { grid: GeneralGrid; opinion: Opinion }) {
  const t = useTranslations('jury.hearing');
  const read = useTranslations('jury.read');
  const locale = useLocale() === 'en' ? 'en' : 'fr';
  return (
    <ActionForm action={sendGeneralGridAction} hidden={{ panelId: grid.id, version: String(grid.version) }}>
      {grid.lines.map((line, index) => {
        const name = (field: string) => `lines[${index}].${field}`;
        return (
          <fieldset key={line.id} className="mt-8 border-rule border-t pt-4">
            <legend className="pe-3 font-semibold text-lg">{line.title}</legend>
            <input type="hidden" name={name('hearingId')} value={line.id} />
            {opinion.rank ? (
              <TextInput
                name={name('rank')}
                label={t('rank', { count: grid.lines.length })}
                inputMode="numeric"
                width="short"
                defaultValue={line.rank ?? ''}
              />
            ) : null}
            {opinion.verdicts.length ? (
              <Radios
                name={name('verdict')}
                label={read('verdict')}
                inline
                options={opinion.verdicts.map(({ key, label }) => ({ value: key, label: label[locale] }))}
                defaultValue={line.verdict ?? undefined}
              />
            ) : null}
            <Textarea
              name={name('reason')}
              label={t('reason')}
              optional={opinion.comment !== 'required'}
              rows={2}
              defaultValue={line.reason}
            />
            {opinion.favourite ? (
              <Checkbox
                name={name('favourite')}
                value="yes"
                label={read('favourite')}
                defaultChecked={line.favourite}
              />
            ) : null}
          </fieldset>
        );
      })}
      <SubmitButton>{t('sendGeneral')}</SubmitButton>
    </ActionForm>
  );
}
