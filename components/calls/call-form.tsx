import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Radios } from '@/components/ui/choices';
import { Select } from '@/components/ui/select';
import { DateInput, TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { localTime, TIME_ZONES } from '@/lib/calls/calendar';
import type { CallPage } from '@/lib/calls/queries';
import { TEMPLATES } from '@/lib/calls/templates';
import type { FormAction } from '@/lib/form';

type Props = {
  action: FormAction;
  submit: string;
  /** The call to change; absent for a new one. */
  call?: CallPage;
  cohorts?: { id: string; number: string; name: string }[];
  cohort?: string;
  /** Better moments, from the checks of dates. */
  proposed?: { opens?: string; closes?: string };
  /** Calls whose form may be copied. */
  earlier?: { id: string; title: string }[];
};

/** What a call says. Its form is built apart, its closing moves apart once it is published. */
export function CallForm({ action, submit, call, cohorts = [], cohort, proposed, earlier = [] }: Props) {
  const t = useTranslations('calls.form');
  const zones = useTranslations('ui.zones');
  const kinds = useTranslations('home.calls.kind');
  const zone = call?.timeZone ?? 'Europe/Paris';
  return (
    <ActionForm action={action} hidden={call ? { callId: call.id, version: String(call.version) } : {}}>
      {call ? null : (
        <Radios
          name="kind"
          label={t('kind')}
          defaultValue="projects"
          options={[
            { value: 'projects', label: kinds('projects'), help: t('kindProjects') },
            { value: 'candidates', label: kinds('candidates'), help: t('kindCandidates') },
          ]}
        />
      )}
      {call ? null : (
        <Select
          name="cohortId"
          label={t('cohort')}
          placeholder={t('choose')}
          defaultValue={cohort ?? (cohorts.length === 1 ? cohorts[0]?.id : undefined)}
          options={cohorts.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      <TextInput name="title" label={t('title')} defaultValue={call?.title} />
      <Textarea
        name="summary"
        label={t('summary')}
        help={t('summaryHelp')}
        optional
        defaultValue={call?.summary}
        rows={2}
      />
      <DateInput
        withTime
        name="opens"
        label={t('opens')}
        defaultValue={proposed?.opens ?? (call && localTime(call.opensAt, zone))}
      />
      <DateInput
        withTime
        name="closes"
        label={t('closes')}
        help={t('closesHelp')}
        readOnly={Boolean(call?.publishedAt)}
        defaultValue={(call?.publishedAt ? undefined : proposed?.closes) ?? (call && localTime(call.closesAt, zone))}
      />
      <Select
        name="timeZone"
        label={t('timeZone')}
        defaultValue={zone}
        options={TIME_ZONES.map((one) => ({
          value: one,
          label: zones(one.replace('/', '_') as 'Europe_Paris'),
        }))}
      />
      <TextInput
        name="graceSeconds"
        label={t('grace')}
        help={t('graceHelp')}
        inputMode="numeric"
        width="short"
        defaultValue={String(call?.graceSeconds ?? 120)}
      />
      <TextInput
        name="contactEmail"
        type="email"
        label={t('contact')}
        help={t('contactHelp')}
        defaultValue={call?.contactEmail}
      />
      <Textarea
        name="body"
        label={t('body')}
        help={t('bodyHelp')}
        optional
        defaultValue={call?.body ?? t('bodyStart')}
        rows={14}
      />
      {call ? null : (
        <Radios
          name="form"
          label={t('startFrom')}
          help={t('startFromHelp')}
          defaultValue="cohort6"
          options={[
            ...TEMPLATES.map((one) => ({ value: one as string, label: t(`templates.${one}`) })),
            ...earlier.map((one) => ({ value: `call:${one.id}`, label: t('copyOf', { title: one.title }) })),
          ]}
        />
      )}
      <SubmitButton>{submit}</SubmitButton>
    </ActionForm>
  );
}
