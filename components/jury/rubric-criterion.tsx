import { useLocale, useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { anchorLines } from '@/lib/jury/rubric-lines';
import type { Criterion } from '@/lib/jury/schema';

/** One criterion of the editor; with `criterion` null, the empty one that adds another. */
export function RubricCriterion({ index, criterion }: { index: number; criterion: Criterion | null }) {
  const t = useTranslations('jury.rubric');
  const locale = useLocale() === 'en' ? 'en' : 'fr';
  const name = (field: string) => `criteria[${index}].${field}`;
  const scale = criterion?.scale ?? { min: 0, max: 5, step: 1 };
  return (
    <Details summary={criterion ? criterion.label[locale] : t('add')} wide>
      <input type="hidden" name={name('key')} value={criterion?.key ?? ''} />
      <TextInput
        name={name('labelFr')}
        label={t('labelFr')}
        optional={!criterion}
        defaultValue={criterion?.label.fr}
        lang="fr"
      />
      <TextInput name={name('labelEn')} label={t('labelEn')} optional defaultValue={criterion?.label.en} lang="en" />
      <Textarea
        name={name('descriptionFr')}
        label={t('descriptionFr')}
        optional
        rows={2}
        defaultValue={criterion?.description?.fr}
        lang="fr"
      />
      <Textarea
        name={name('descriptionEn')}
        label={t('descriptionEn')}
        optional
        rows={2}
        defaultValue={criterion?.description?.en}
        lang="en"
      />
      <div className="flex flex-wrap gap-x-6">
        <TextInput name={name('min')} label={t('min')} inputMode="decimal" width="short" defaultValue={scale.min} />
        <TextInput name={name('max')} label={t('max')} inputMode="decimal" width="short" defaultValue={scale.max} />
        <TextInput name={name('step')} label={t('step')} inputMode="decimal" width="short" defaultValue={scale.step} />
        <TextInput
          name={name('weight')}
          label={t('weight')}
          inputMode="decimal"
          width="short"
          defaultValue={criterion?.weight ?? 1}
        />
      </div>
      <Textarea
        name={name('anchors')}
        label={t('anchors')}
        help={t('anchorsHelp')}
        optional
        rows={4}
        defaultValue={anchorLines(criterion?.anchors ?? [])}
      />
      <Checkbox name={name('required')} label={t('required')} defaultChecked={criterion?.required ?? true} />
      <Checkbox
        name={name('notApplicable')}
        label={t('notApplicable')}
        defaultChecked={criterion?.notApplicable ?? false}
      />
      <Checkbox name={name('inTotal')} label={t('inTotal')} defaultChecked={criterion?.inTotal ?? true} />
      <Select
        name={name('comment')}
        label={t('comment')}
        options={(['none', 'optional', 'required'] as const).map((value) => ({ value, label: t(`comments.${value}`) }))}
        defaultValue={criterion?.comment ?? 'optional'}
      />
      {criterion ? <Checkbox name={name('remove')} label={t('remove')} /> : null}
    </Details>
  );
}
