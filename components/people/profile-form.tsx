import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Radios } from '@/components/ui/choices';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { updatePreferencesAction, updateProfileAction } from '@/lib/people/actions';
import type { OwnProfile } from '@/lib/people/queries/own';
import { VISIBILITIES } from '@/lib/people/schema';

/** One's own page, and who may see it: nobody is shown without saying so. */
export function ProfileForm({ profile }: { profile: OwnProfile }) {
  const t = useTranslations('people.profile');
  const links = [...profile.links, undefined, undefined].slice(0, 6);
  return (
    <ActionForm action={updateProfileAction}>
      <TextInput name="name" label={t('name')} autoComplete="name" defaultValue={profile.name} />
      <TextInput
        name="headline"
        label={t('headline')}
        help={t('headlineHelp')}
        optional
        defaultValue={profile.headline}
      />
      <Textarea
        name="bio"
        label={t('bio')}
        help={t('bioHelp')}
        optional
        rows={6}
        limit={{ characters: 4000 }}
        defaultValue={profile.bio}
      />
      <TextInput
        name="skills"
        label={t('skills')}
        help={t('skillsHelp')}
        optional
        defaultValue={profile.skills.join(', ')}
      />
      <fieldset className="my-6">
        <legend className="font-semibold">{t('links')}</legend>
        {links.map((link, index) => (
          <div key={index} className="grid gap-x-4 sm:grid-cols-2">
            <TextInput
              name={`links[${index}].title`}
              label={t('linkTitle', { number: index + 1 })}
              optional
              defaultValue={link?.title ?? ''}
            />
            <TextInput
              name={`links[${index}].url`}
              type="url"
              label={t('linkUrl', { number: index + 1 })}
              optional
              defaultValue={link?.url}
            />
          </div>
        ))}
      </fieldset>
      <Radios
        name="visibility"
        label={t('visibility')}
        defaultValue={profile.visibility}
        options={VISIBILITIES.map((value) => ({ value, label: t(`shown.${value}`), help: t(`shownHelp.${value}`) }))}
      />
      <SubmitButton>{t('save')}</SubmitButton>
    </ActionForm>
  );
}

/** Language of mails and look of the pages, on every device. */
export function PreferencesForm({ profile }: { profile: OwnProfile }) {
  const t = useTranslations('people.profile');
  return (
    <ActionForm action={updatePreferencesAction}>
      <Radios
        name="locale"
        label={t('locale')}
        help={t('localeHelp')}
        defaultValue={profile.locale}
        inline
        options={[
          { value: 'fr', label: 'Français' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Radios
        name="theme"
        label={t('theme')}
        defaultValue={profile.theme}
        inline
        options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`themes.${value}`) }))}
      />
      <SubmitButton kind="secondary">{t('savePreferences')}</SubmitButton>
    </ActionForm>
  );
}
