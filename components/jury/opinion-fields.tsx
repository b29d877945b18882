import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/choices';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { verdictLines } from '@/lib/jury/rubric-lines';
import type { Opinion } from '@/lib/jury/schema';

/** What is said of a whole file beside its marks: the list of opinions, rank, favourite, remark. */
export function OpinionFields({ prefix, opinion }: { prefix: string; opinion: Opinion | null }) {
  const t = useTranslations('jury.rubric');
  const name = (field: string) => `${prefix}.${field}`;
  return (
    <>
      <Textarea
        name={name('verdicts')}
        label={t('verdicts')}
        help={t('verdictsHelp')}
        optional
        rows={3}
        defaultValue={verdictLines(opinion?.verdicts ?? [])}
      />
      <Checkbox
        name={name('verdictRequired')}
        label={t('verdictRequired')}
        defaultChecked={opinion?.verdictRequired ?? false}
      />
      <Checkbox name={name('rank')} label={t('rank')} defaultChecked={opinion?.rank ?? false} />
      <Checkbox name={name('favourite')} label={t('favourite')} defaultChecked={opinion?.favourite ?? false} />
      <Select
        name={name('comment')}
        label={t('comment')}
        options={(['none', 'optional', 'required'] as const).map((value) => ({ value, label: t(`comments.${value}`) }))}
        defaultValue={opinion?.comment ?? 'optional'}
      />
    </>
  );
}
