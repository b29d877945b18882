import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Radios } from '@/components/ui/choices';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { logObstacleAction } from '@/lib/support/actions/obstacles';
import type { Reporter } from '@/lib/support/queries/obstacles';
import { AUDIENCES, FAMILIES, URGENCIES } from '@/lib/support/schema';

type Props = { challenges: Reporter[]; challenge?: string /** To the coordination alone. */; privately?: boolean };

/** One sentence, three choices: logging takes seconds. */
export function ObstacleForm({ challenges, challenge, privately }: Props) {
  const t = useTranslations('support');
  const first = challenge ?? challenges[0]?.slug;
  return (
    <ActionForm action={logObstacleAction}>
      <TextInput name="title" label={t('newObstacle.sentence')} help={t('newObstacle.sentenceHelp')} maxLength={160} />
      {challenges.length > 0 ? (
        <Select
          name="challenge"
          label={t('newObstacle.challenge')}
          placeholder={t('newObstacle.noChallenge')}
          defaultValue={first}
          options={challenges.map((one) => ({ value: one.slug, label: one.title }))}
        />
      ) : null}
      <Select
        name="family"
        label={t('newObstacle.family')}
        options={FAMILIES.map((value) => ({ value, label: t(`family.${value}`) }))}
      />
      <Radios
        name="urgency"
        label={t('newObstacle.urgency')}
        inline
        defaultValue="normal"
        options={URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`) }))}
      />
      <Radios
        name="audience"
        label={t('newObstacle.audience')}
        help={t('audienceHelp')}
        defaultValue={privately ? 'coordination' : 'teams'}
        options={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
      />
      <Textarea name="body" label={t('newObstacle.body')} optional limit={{ characters: 4000 }} />
      <SubmitButton>{t('newObstacle.send')}</SubmitButton>
    </ActionForm>
  );
}
