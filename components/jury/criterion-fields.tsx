import { useLocale, useTranslations } from 'next-intl';
import { Radios } from '@/components/ui/choices';
import { Textarea } from '@/components/ui/textarea';
import type { Mark } from '@/lib/jury/marks';
import { type Criterion, marksOf } from '@/lib/jury/schema';

type Props = { criterion: Criterion; mark: Mark | undefined; comment: string | undefined; prefix?: string };

/** One criterion: its marks as radios (arrow keys and digits choose), and the remark that goes with it. */
export function CriterionFields({ criterion, mark, comment, prefix = 'grid.' }: Props) {
  const t = useTranslations('jury.read');
  const locale = useLocale() === 'en' ? 'en' : 'fr';
  const { key, label, description, scale, anchors } = criterion;
  const words = new Map(anchors.map((anchor) => [anchor.mark, anchor.label[locale]]));
  const options = marksOf(scale).map((value) => ({
    value: String(value),
    label: words.has(value) ? `${value.toLocaleString(locale)} · ${words.get(value)}` : value.toLocaleString(locale),
  }));
  return (
    <div data-criterion={key} className="border-t border-rule pt-4">
      <Radios
        name={`${prefix}marks.${key}`}
        label={label[locale]}
        help={description?.[locale]}
        optional={!criterion.required}
        inline
        options={criterion.notApplicable ? [...options, { value: 'na', label: t('na') }] : options}
        defaultValue={mark === null || mark === undefined ? undefined : String(mark)}
      />
      {criterion.comment === 'none' ? null : (
        <Textarea
          name={`${prefix}comments.${key}`}
          label={
            <>
              {t('criterionComment')}
              <span className="hidden-text"> : {label[locale]}</span>
            </>
          }
          optional={criterion.comment === 'optional'}
          rows={2}
          defaultValue={comment}
        />
      )}
    </div>
  );
}
