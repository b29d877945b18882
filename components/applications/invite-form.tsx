import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Radios } from '@/components/ui/choices';
import { TextInput } from '@/components/ui/text-input';
import { inviteMemberAction } from '@/lib/applications/actions';

export function InviteForm({ applicationId }: { applicationId: string }) {
  const t = useTranslations('applications.members');
  return (
    <section aria-labelledby="invite" className="mt-10">
      <h2 id="invite">{t('invite')}</h2>
      <ActionForm action={inviteMemberAction} hidden={{ applicationId }}>
        <TextInput
          name="email"
          type="email"
          inputMode="email"
          autoComplete="off"
          label={t('email')}
          help={t('emailHelp')}
        />
        <Radios
          name="right"
          label={t('right')}
          defaultValue="edit"
          options={[
            { value: 'edit', label: t('edit'), help: t('editHelp') },
            { value: 'view', label: t('view') },
          ]}
        />
        <SubmitButton>{t('send')}</SubmitButton>
      </ActionForm>
    </section>
  );
}
