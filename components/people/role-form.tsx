import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { DateInput, TextInput } from '@/components/ui/text-input';
import { assignRoleAction, endRoleAction } from '@/lib/people/actions';
import { WHOLE_ROLES } from '@/lib/people/schema';

type Option = { value: string; label: string };
type Props = {
  kinds: readonly string[];
  /** Known already: the person, the challenge, where to go back. */
  hidden?: Record<string, string>;
  person?: boolean;
  cohorts?: Option[];
};

/** Gives a role from a day: to someone on screen, or to an address. */
export function RoleForm({ kinds, hidden = {}, person = true, cohorts }: Props) {
  const t = useTranslations('people');
  return (
    <ActionForm action={assignRoleAction} hidden={hidden} resetOnDone>
      {person ? (
        <>
          <TextInput name="name" label={t('roleForm.name')} help={t('roleForm.nameHelp')} optional autoComplete="off" />
          <TextInput name="email" type="email" label={t('roleForm.email')} autoComplete="off" />
        </>
      ) : null}
      <Select
        name="kind"
        label={t('roleForm.kind')}
        options={kinds.map((kind) => ({ value: kind, label: t(`roles.${kind}.one`) }))}
      />
      {cohorts ? (
        <Select
          name="cohortId"
          label={t('roleForm.cohort')}
          optional
          placeholder={t('roleForm.everyCohort')}
          options={cohorts}
        />
      ) : null}
      <DateInput name="from" label={t('roleForm.from')} help={t('roleForm.fromHelp')} optional />
      <DateInput name="to" label={t('roleForm.to')} optional />
      <SubmitButton size="small">{t('roleForm.give')}</SubmitButton>
    </ActionForm>
  );
}

/** Ends a role today; it stays in the history. */
/** A role of the whole programme or of a cohort, for someone known already. */
export function GiveRole({ cohorts, hidden }: { cohorts: Option[]; hidden: Record<string, string> }) {
  const t = useTranslations('people');
  return (
    <Details summary={t('admin.giveRole')}>
      <RoleForm kinds={WHOLE_ROLES} person={false} cohorts={cohorts} hidden={hidden} />
    </Details>
  );
}

export function EndRole({ roleId, name, back }: { roleId: string; name: string; back?: string }) {
  const t = useTranslations('people');
  return (
    <ActionForm action={endRoleAction} hidden={{ roleId, ...(back ? { back } : {}) }}>
      <SubmitButton size="small" kind="quiet">
        {t('roleForm.end')}
        <span className="hidden-text"> {name}</span>
      </SubmitButton>
    </ActionForm>
  );
}
