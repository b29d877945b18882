import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { ChallengeLink, KeyFigure } from '@/lib/challenges/queries';
import { LINK_KINDS } from '@/lib/challenges/schema';

/** What is there, and three empty rows to add. */
const rowsOf = <Row,>(rows: Row[], most: number): (Row | undefined)[] =>
  Array.from({ length: Math.min(most, rows.length + 3) }, (_, index) => rows[index]);

export function FigureRows({ figures }: { figures: KeyFigure[] }) {
  const t = useTranslations('challenges.form');
  return (
    <fieldset className="my-8">
      <legend className="text-xl font-semibold">{t('figures')}</legend>
      <p className="help">{t('rowsHelp')}</p>
      {rowsOf(figures, 8).map((figure, index) => (
        <div key={index} className="grid gap-x-4 sm:grid-cols-[10rem_1fr]">
          <TextInput
            name={`keyFigures[${index}].amount`}
            label={t('figureAmount', { number: index + 1 })}
            optional
            defaultValue={figure?.amount}
          />
          <TextInput
            name={`keyFigures[${index}].description`}
            label={t('figureWhat', { number: index + 1 })}
            optional
            defaultValue={figure?.description}
          />
        </div>
      ))}
    </fieldset>
  );
}

/** Kinds of older sites that the form does not offer become "website" when saved again. */
const kindOf = (kind?: string) =>
  (LINK_KINDS as readonly string[]).includes(kind ?? '') ? kind : kind === 'source' ? 'source_code' : 'website';

export function LinkRows({ links }: { links: ChallengeLink[] }) {
  const t = useTranslations('challenges');
  return (
    <fieldset className="my-8">
      <legend className="text-xl font-semibold">{t('form.links')}</legend>
      <p className="help">{t('form.rowsHelp')}</p>
      {rowsOf(links, 12).map((link, index) => (
        <div key={index} className="grid gap-x-4 sm:grid-cols-[10rem_1fr_1fr]">
          <Select
            name={`links[${index}].kind`}
            label={t('form.linkKind', { number: index + 1 })}
            options={LINK_KINDS.map((kind) => ({ value: kind, label: t(`links.${kind}`) }))}
            defaultValue={kindOf(link?.kind)}
          />
          <TextInput
            name={`links[${index}].title`}
            label={t('form.linkTitle', { number: index + 1 })}
            optional
            defaultValue={link?.title ?? ''}
          />
          <TextInput
            name={`links[${index}].url`}
            type="url"
            label={t('form.linkUrl', { number: index + 1 })}
            optional
            defaultValue={link?.url}
          />
        </div>
      ))}
    </fieldset>
  );
}
