import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { inLanguage } from '@/lib/calls/shape';
import { mapFilesAction } from '@/lib/exchange/actions/files';
import type { Mapping } from '@/lib/exchange/files-mapping';
import { type Source, samplesOf } from '@/lib/exchange/files-source';
import type { ImportableCall } from '@/lib/exchange/queries/files';
import { SPECIALS } from '@/lib/exchange/table';
import { type Target, targetsOf } from '@/lib/exchange/targets';

type Props = { call: ImportableCall; importId: string; source: Source; map: Mapping; remembered: boolean };

/** Their questions, each with what was answered and the place of ours where it goes. */
export function FilesMap({ call, importId, source, map, remembered }: Props) {
  const t = useTranslations('intake-import');
  const targets = targetsOf(call.form.definition, source.kind);
  return (
    <ActionForm action={mapFilesAction} hidden={{ slug: call.slug, importId }}>
      <p>{t('map.lead', { count: source.files.length })}</p>
      <Notice tone={remembered ? 'good' : 'info'}>{t(remembered ? 'map.remembered' : 'map.suggested')}</Notice>
      <ul className="m-0 list-none p-0">
        {source.fields.map((field, index) => {
          const samples = samplesOf(source, field);
          const own = targets.filter(({ path }) => path.includes('[]') === Boolean(field.block));
          return (
            <li key={field.id} className="grid gap-x-8 gap-y-1 border-t border-rule py-3 md:grid-cols-2">
              <label htmlFor={`target-${index}`} className="min-w-0 break-words">
                <span className="font-semibold">{field.label}</span>
                <span className="quiet block text-sm">
                  {samples.length ? t('map.samples', { samples: samples.join(' · ') }) : t('map.silent')}
                </span>
              </label>
              <select
                className="control w-full self-start"
                id={`target-${index}`}
                name={`targets[${index}]`}
                defaultValue={map[field.id] ?? ''}
              >
                <option value="">{t('map.keep')}</option>
                {source.kind === 'csv' ? (
                  <optgroup label={t('map.file')}>
                    {SPECIALS.map((special) => (
                      <option key={special} value={special}>
                        {t(`specials.${special}`)}
                      </option>
                    ))}
                  </optgroup>
                ) : null}
                <Places call={call} targets={own} />
              </select>
            </li>
          );
        })}
      </ul>
      <div className="mt-6">
        <SubmitButton>{t('map.check')}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** The places of the form, by section. */
function Places({ call, targets }: { call: ImportableCall; targets: Target[] }) {
  const t = useTranslations('intake-import.map');
  const parts = useTranslations('calls.fields.parts');
  const locale = useLocale();
  const say = (target: Target) => {
    const [first, second] = target.labels.map((label) => inLanguage(label, locale));
    const field =
      second === undefined
        ? first
        : target.row
          ? t('row', { row: first ?? '', number: target.row, field: second })
          : t('each', { row: first ?? '', field: second });
    return target.part ? t('part', { field: field ?? '', part: parts(target.part as 'email') }) : field;
  };
  const sections = [
    ...call.form.definition.sections.map(({ id, title }) => ({ id, title: inLanguage(title, locale) })),
    { id: '', title: t('attestations') },
  ];
  return sections.map(({ id, title }) => {
    const own = targets.filter(({ section }) => section === id);
    return own.length ? (
      <optgroup key={id} label={title}>
        {own.map((target) => (
          <option key={target.path} value={target.path}>
            {say(target)}
          </option>
        ))}
      </optgroup>
    ) : null;
  });
}
