import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Radios } from '@/components/ui/choices';
import { FIELD_TYPES } from '@/lib/calls/form';

/** First the kind of answer: what comes next depends on it, and it never changes afterwards. */
export function TypeChoice({ where }: { where: { section: string; group: string } }) {
  const t = useTranslations('calls.builder');
  const types = where.group ? FIELD_TYPES.filter((type) => type !== 'group' && type !== 'file') : FIELD_TYPES;
  return (
    <form>
      <input type="hidden" name="section" value={where.section} />
      <input type="hidden" name="group" value={where.group} />
      <Radios
        name="type"
        label={t('whichType')}
        options={types.map((type) => ({ value: type, label: t(`types.${type}`) }))}
        defaultValue="longText"
      />
      <Button type="submit">{t('continue')}</Button>
    </form>
  );
}
