import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Checkbox, Radios } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { placeOrganisationAction } from '@/lib/applications/actions/organisations';
import type { FileOrganisation } from '@/lib/applications/queries/typed-organisations';
import { ORGANISATION_KINDS } from '@/lib/people/schema';

type Props = { file: FileOrganisation; bodies: { value: string; label: string }[] };

/** Which body of the directory was meant; or the body to add, as it was typed. */
export function PlaceOrganisation({ file, bodies }: Props) {
  const t = useTranslations('typed-organisations.place');
  const words = useTranslations('people.organisation');
  const likely = file.matches.map(({ id, name, acronym, parent, why, score }) => ({
    value: id,
    label: acronym ? `${name} (${acronym})` : name,
    help: [t(`why.${why}`, { score }), parent].filter(Boolean).join(' · '),
  }));
  const sure = file.matches.find(({ why }) => why !== 'alike')?.id;
  return (
    <ActionForm action={placeOrganisationAction} hidden={{ applicationId: file.id }} className="max-w-[42rem]">
      <Radios
        name="choice"
        label={t('which')}
        help={likely.length ? undefined : t('noMatch')}
        options={[...likely, { value: 'other', label: t('other') }, { value: 'new', label: t('new') }]}
        defaultValue={sure}
      />
      <Details summary={t('otherWhich')}>
        <Select name="otherId" label={t('choose')} optional placeholder={t('choose')} options={bodies} />
      </Details>
      <Details summary={t('newTitle')} open={likely.length === 0}>
        <TextInput name="name" label={words('name')} defaultValue={file.name} />
        <TextInput name="acronym" label={words('acronym')} optional width="short" />
        <Select
          name="kind"
          label={words('kind')}
          options={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: words(`kinds.${kind}`) }))}
          defaultValue="other"
        />
        <Select
          name="parentId"
          label={words('parent')}
          help={file.parent ? t('parentTyped', { name: file.parent }) : undefined}
          optional
          placeholder={words('noParent')}
          options={bodies}
        />
        <TextInput
          name="siret"
          label={words('siret')}
          optional
          inputMode="numeric"
          width="medium"
          defaultValue={file.siret}
        />
      </Details>
      <Textarea name="reason" label={t('reason')} help={t('reasonHelp')} rows={3} />
      {file.others > 0 ? <Checkbox name="others" label={t('others', { count: file.others })} /> : null}
      <SubmitButton>{t('send')}</SubmitButton>
    </ActionForm>
  );
}
