import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkboxes } from '@/components/ui/choices';
import { Select } from '@/components/ui/select';
import { DateInput, TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { editResourceAction, proposeResourceAction } from '@/lib/support/actions/resources';
import type { ResourceView } from '@/lib/support/queries/resources';
import { FAMILIES, PHASES, READERS, RESOURCE_KINDS } from '@/lib/support/schema';

type Props = {
  resource?: ResourceView;
  locale: string;
  /** Who may follow it; none when the reader may not say. */
  followers?: { id: string; name: string }[];
};

/** Writes a resource, or a new version of one. */
export function ResourceForm({ resource, locale, followers = [] }: Props) {
  const t = useTranslations('support');
  const labels = (group: 'phase' | 'family' | 'reader' | 'resourceKind', values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}` as 'phase.before') }));
  return (
    <ActionForm
      action={resource ? editResourceAction : proposeResourceAction}
      hidden={resource ? { slug: resource.slug, version: String(resource.version) } : {}}
    >
      <TextInput name="title" label={t('resourceForm.title')} maxLength={160} defaultValue={resource?.title} />
      <TextInput
        name="summary"
        label={t('resourceForm.summary')}
        optional
        maxLength={400}
        defaultValue={resource?.summary}
      />
      <Select
        name="kind"
        label={t('resourceForm.kind')}
        width="medium"
        defaultValue={resource?.kind ?? 'guide'}
        options={labels('resourceKind', RESOURCE_KINDS)}
      />
      <Select
        name="locale"
        label={t('resourceForm.locale')}
        width="medium"
        defaultValue={resource?.locale ?? locale}
        options={[
          { value: 'fr', label: t('resourceForm.fr') },
          { value: 'en', label: t('resourceForm.en') },
        ]}
      />
      <Textarea
        name="body"
        label={t('resourceForm.body')}
        help={t('resourceForm.bodyHelp')}
        rows={14}
        limit={{ characters: 40_000 }}
        defaultValue={resource?.body}
      />
      <Checkboxes
        name="families"
        label={t('resourceForm.families')}
        defaultValue={resource?.families}
        options={labels('family', FAMILIES)}
      />
      <Checkboxes
        name="phases"
        label={t('resourceForm.phases')}
        defaultValue={resource?.phases}
        options={labels('phase', PHASES)}
      />
      <Checkboxes
        name="roles"
        label={t('resourceForm.roles')}
        defaultValue={resource?.roles}
        options={labels('reader', READERS)}
      />
      <DateInput
        name="reviewOn"
        label={t('resourceForm.reviewOn')}
        optional
        defaultValue={resource?.reviewOn?.toISOString().slice(0, 10)}
      />
      {followers.length > 0 ? (
        <Select
          name="ownerId"
          label={t('resource.owner')}
          width="medium"
          defaultValue={resource?.ownerId ?? 'nobody'}
          options={[
            { value: 'nobody', label: t('obstacle.nobody') },
            ...followers.map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
      ) : null}
      <SubmitButton>{resource ? t('resourceForm.save') : t('resourceForm.send')}</SubmitButton>
    </ActionForm>
  );
}
