import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/choices';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { updateChallengeAction } from '@/lib/challenges/actions';
import type { ManagedChallenge } from '@/lib/challenges/queries/managed';
import { FigureRows, LinkRows } from './challenge-form-rows';

type Options = { value: string; label: string }[];

/** Everything the page of a challenge tells. What was typed stays when someone else saved first. */
export function ChallengeForm({ challenge, organisations }: { challenge: ManagedChallenge; organisations: Options }) {
  const t = useTranslations('challenges');
  return (
    <ActionForm
      action={updateChallengeAction}
      hidden={{ id: challenge.id, version: String(challenge.version) }}
      className="max-w-[44rem]"
    >
      <TextInput name="title" label={t('form.title')} help={t('form.titleHelp')} defaultValue={challenge.title} />
      <TextInput
        name="tagline"
        label={t('form.tagline')}
        help={t('form.taglineHelp')}
        optional
        defaultValue={challenge.tagline}
      />
      <Textarea
        name="body"
        label={t('form.body')}
        help={t('form.bodyHelp')}
        optional
        rows={14}
        defaultValue={challenge.body}
      />
      <Select
        name="hostId"
        label={t('page.host')}
        optional
        placeholder={t('form.none')}
        options={organisations}
        defaultValue={challenge.hostId ?? ''}
      />
      <Select
        name="backerId"
        label={t('page.backer')}
        help={t('form.backerHelp')}
        optional
        placeholder={t('form.hostItself')}
        options={organisations}
        defaultValue={challenge.backerId ?? ''}
      />
      <Checkbox
        name="selfFunded"
        label={t('form.selfFunded')}
        help={t('form.selfFundedHelp')}
        defaultChecked={challenge.selfFunded}
      />
      {(['towns', 'skills', 'themes'] as const).map((name) => (
        <TextInput
          key={name}
          name={name}
          label={t(`form.${name}`)}
          help={t('form.listHelp')}
          optional
          defaultValue={challenge[name].join(', ')}
        />
      ))}
      <TextInput
        name="durationMonths"
        label={t('form.duration')}
        optional
        width="short"
        inputMode="decimal"
        defaultValue={challenge.durationMonths ?? ''}
      />
      <FigureRows figures={challenge.keyFigures} />
      <LinkRows links={challenge.links} />
      <Checkbox
        name="published"
        label={t('form.published')}
        help={t('form.publishedHelp')}
        defaultChecked={challenge.published}
      />
      <SubmitButton>{t('form.save')}</SubmitButton>
    </ActionForm>
  );
}
