import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { mergeOrganisationsAction, saveOrganisationAction } from '@/lib/people/actions';
import type { ManagedOrganisation } from '@/lib/people/queries/organisations';
import { ORGANISATION_KINDS } from '@/lib/people/schema';

type Option = { value: string; label: string };
type Props = { organisation?: ManagedOrganisation; options: Option[] };

/** A body, its place in the tree and every name it is known by. */
export function OrganisationForm({ organisation, options }: Props) {
  const t = useTranslations('people.organisation');
  return (
    <ActionForm
      action={saveOrganisationAction}
      hidden={organisation ? { id: organisation.id } : {}}
      className="max-w-[42rem]"
    >
      <TextInput name="name" label={t('name')} defaultValue={organisation?.name} />
      <TextInput
        name="acronym"
        label={t('acronym')}
        optional
        width="short"
        defaultValue={organisation?.acronym ?? ''}
      />
      <Select
        name="kind"
        label={t('kind')}
        options={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        defaultValue={organisation?.kind ?? 'other'}
      />
      <Select
        name="parentId"
        label={t('parent')}
        optional
        placeholder={t('noParent')}
        options={options.filter((option) => option.value !== organisation?.id)}
        defaultValue={organisation?.parentId ?? ''}
      />
      <TextInput
        name="siret"
        label={t('siret')}
        optional
        inputMode="numeric"
        width="medium"
        defaultValue={organisation?.siret ?? ''}
      />
      <TextInput name="website" type="url" label={t('website')} optional defaultValue={organisation?.website ?? ''} />
      <Textarea
        name="aliases"
        label={t('aliases')}
        help={t('aliasesHelp')}
        optional
        rows={3}
        defaultValue={organisation?.aliases.join('\n')}
      />
      <TextInput
        name="mailDomains"
        label={t('mailDomains')}
        help={t('mailDomainsHelp')}
        optional
        defaultValue={organisation?.mailDomains.join(', ')}
      />
      <SubmitButton>{t(organisation ? 'save' : 'create')}</SubmitButton>
    </ActionForm>
  );
}

/** Two records of one body: says what will happen before it does. */
export function MergeForm({ organisation, options }: { organisation: ManagedOrganisation; options: Option[] }) {
  const t = useTranslations('people.organisation');
  return (
    <ActionForm action={mergeOrganisationsAction} hidden={{ fromId: organisation.id }} className="max-w-[42rem]">
      <p className="mb-4">{t('mergeHelp', { name: organisation.name })}</p>
      <Select
        name="intoId"
        label={t('mergeInto')}
        placeholder={t('choose')}
        options={options.filter((option) => option.value !== organisation.id)}
      />
      <SubmitButton kind="danger">{t('merge')}</SubmitButton>
    </ActionForm>
  );
}
