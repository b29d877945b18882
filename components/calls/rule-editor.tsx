import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { saveRuleAction } from '@/lib/calls/actions/builder';
import { inputsOf, stampOf } from '@/lib/calls/edited-thing';
import type { ConsistencyRule, FormDefinition, IneligibilityRule } from '@/lib/calls/form';
import { fieldsOf, inLanguage } from '@/lib/calls/shape';
import { KnownNames } from './known-names';

type Props = {
  place: Record<string, string>;
  definition: FormDefinition;
  kind: 'ineligibility' | 'consistency';
  rule?: IneligibilityRule | ConsistencyRule;
};

export function RuleEditor({ place, definition, kind, rule }: Props) {
  const t = useTranslations('calls.builder.fields');
  const locale = useLocale();
  const was = rule ? stampOf(inputsOf(definition, { act: 'set_rule', kind, ...rule })) : '';
  return (
    <ActionForm action={saveRuleAction} hidden={{ ...place, kind, id: rule?.id ?? '', was }}>
      <TextInput name="when" label={t('when')} help={t('conditionHelp')} defaultValue={rule?.when} spellCheck={false} />
      <Textarea name="messageFr" label={t('messageFr')} defaultValue={rule?.message.fr} rows={2} />
      <Textarea name="messageEn" label={t('messageEn')} defaultValue={rule?.message.en} rows={2} optional />
      {kind === 'consistency' ? (
        <Select
          name="field"
          label={t('ruleField')}
          defaultValue={rule && 'field' in rule ? rule.field : undefined}
          options={fieldsOf(definition).map((one) => ({ value: one.id, label: inLanguage(one.label, locale) }))}
        />
      ) : null}
      <SubmitButton>{t('save')}</SubmitButton>
      <KnownNames definition={definition} />
    </ActionForm>
  );
}
