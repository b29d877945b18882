import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { inviteJurorAction } from '@/lib/jury/actions/coordinator';
import type { SeatRow } from '@/lib/jury/queries/assignment';

export function InviteForm({ stageId, callId, seats }: { stageId: string; callId: string; seats: SeatRow[] }) {
  const t = useTranslations('jury.jurors');
  return (
    <Details summary={t('inviteTitle')} open={seats.length === 0}>
      <ActionForm action={inviteJurorAction} hidden={{ stageId, callId }}>
        <TextInput name="name" label={t('name')} />
        <TextInput name="email" type="email" inputMode="email" label={t('email')} />
        <TextInput name="background" label={t('background')} help={t('backgroundHelp')} optional />
        <TextInput name="themes" label={t('themes')} help={t('themesHelp')} optional />
        <Checkbox name="formerFellow" label={t('formerFellow')} />
        <Select
          name="replaces"
          label={t('replaces')}
          optional
          placeholder={t('replacesNobody')}
          options={seats
            .filter(({ state }) => state !== 'replaced')
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SubmitButton>{t('invite')}</SubmitButton>
      </ActionForm>
    </Details>
  );
}
