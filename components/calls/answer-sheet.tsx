import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { SheetValueView } from '@/components/calls/sheet-value';
import { SummaryList } from '@/components/ui/summary-list';
import type { Answers, StoredFile } from '@/lib/calls/answers';
import type { FormDefinition } from '@/lib/calls/form';
import { sheetOf } from '@/lib/calls/sheet';

type Props = {
  definition: FormDefinition;
  answers: Answers;
  /** Where an answer can be changed, on the page that checks them before sending. */
  change?: (sectionId: string, fieldId: string) => { href: string; label: string };
  level?: 'h2' | 'h3';
  /** Address of a file's bytes; without it files are only named. */
  fileHref?: (file: StoredFile) => string;
};

/** Every answer beside its question, section by section: the same sheet for who sends, examines and judges the file. */
export async function AnswerSheet({ definition, answers, change, level: Level = 'h2', fileHref }: Props) {
  const [locale, t, format] = await Promise.all([getLocale(), getTranslations('form'), getFormatter()]);
  const sections = sheetOf(definition, answers, {
    locale,
    yes: t('yes'),
    no: t('no'),
    date: (iso) => format.dateTime(new Date(`${iso}T12:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' }),
    number: (value) => format.number(value),
    money: (cents) => format.number(cents / 100, { style: 'currency', currency: 'EUR' }),
  });
  return sections.map((section) => (
    <section key={section.id} aria-labelledby={`sheet-${section.id}`}>
      <Level id={`sheet-${section.id}`}>{section.title}</Level>
      <SummaryList
        items={section.entries.map(({ id, label, value }) => ({
          key: id,
          label,
          value: <SheetValueView value={value} none={t('none')} fileHref={fileHref} />,
          change: change ? { ...change(section.id, id), of: label } : undefined,
        }))}
      />
    </section>
  ));
}
