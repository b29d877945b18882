import { useTranslations } from 'next-intl';
import { Checkbox, Radios } from '@/components/ui/choices';
import { Details } from '@/components/ui/disclosure';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { ANSWER_KINDS } from '@/lib/onboarding/item-input';
import type { ItemDefinition } from '@/lib/onboarding/schema';

/** Which answer an item waits for, and what belongs to some kinds only. */
export function TemplateAnswerFields({
  item,
  typed,
}: {
  item?: ItemDefinition;
  typed: { options: string; sites: string };
}) {
  const t = useTranslations('onboarding.template');
  const answer = item?.answer;
  return (
    <>
      <Radios
        name="kind"
        label={t('kind')}
        defaultValue={answer?.kind ?? 'done'}
        options={ANSWER_KINDS.map((value) => ({
          value,
          label: <span className="inline-block first-letter:uppercase">{t(`kinds.${value}`)}</span>,
          help: t.has(`kindHelp.${value}`) ? t(`kindHelp.${value as 'done'}`) : undefined,
        }))}
      />
      <Details summary={t('kindDetails')} open={['choice', 'table', 'network', 'date'].includes(answer?.kind ?? '')}>
        <Checkbox name="noCloses" label={t('noCloses')} defaultChecked={answer?.kind === 'yes_no' && answer.noCloses} />
        <Checkbox
          name="setsArrival"
          label={t('setsArrival')}
          defaultChecked={answer?.kind === 'date' && answer.sets === 'arrival'}
        />
        <Textarea
          name="options"
          label={t('options')}
          help={t('optionsHelp')}
          optional
          rows={5}
          defaultValue={typed.options}
        />
        <Checkbox name="many" label={t('many')} defaultChecked={answer?.kind === 'choice' && answer.many} />
        <TextInput
          name="max"
          label={t('max')}
          optional
          width="short"
          inputMode="numeric"
          defaultValue={answer?.kind === 'text' ? String(answer.max) : ''}
        />
        <Textarea name="sites" label={t('sites')} help={t('sitesHelp')} optional rows={4} defaultValue={typed.sites} />
      </Details>
    </>
  );
}
