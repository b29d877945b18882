import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { setExaminationAction } from '@/lib/applications/actions/examine';
import { type ExaminationSettings, writePoints } from '@/lib/applications/examination-settings';

type Props = { call: { id: string; slug: string }; settings: ExaminationSettings };

/** What is checked by eye and what is marked in pre-selection: one a line, in both languages. */
export function ExaminationForm({ call, settings }: Props) {
  const t = useTranslations('intake.settings');
  const hidden = { callId: call.id, slug: call.slug, version: String(settings.version) };
  return (
    <ActionForm action={setExaminationAction} hidden={hidden}>
      <Textarea
        name="points"
        label={t('points')}
        help={t('pointsHelp')}
        optional
        rows={6}
        defaultValue={writePoints(settings.points)}
      />
      <Textarea
        name="criteria"
        label={t('criteria')}
        help={t('criteriaHelp')}
        rows={6}
        defaultValue={writePoints(settings.criteria)}
      />
      <Select
        name="scale"
        label={t('scale')}
        defaultValue={String(settings.scale)}
        options={[3, 4, 5, 10].map((top) => ({ value: String(top), label: t('upTo', { top }) }))}
      />
      <SubmitButton>{t('save')}</SubmitButton>
    </ActionForm>
  );
}
