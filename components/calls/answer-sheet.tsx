import { getTranslations } from 'next-intl/server';
import { SheetValueView } from '@/components/calls/sheet-value';
import { SummaryList } from '@/components/ui/summary-list';
import type { Answers, StoredFile } from '@/lib/calls/answers';
import type { FormDefinition } from '@/lib/calls/form';
import type { ScanState } from '@/lib/calls/scan';
import { sheetOf } from '@/lib/calls/sheet';
import { sheetWords } from './sheet-words';

type Props = {
  definition: FormDefinition;
  answers: Answers;
  /** Where an answer can be changed, on the page that checks them before sending. */
  change?: (sectionId: string, fieldId: string) => { href: string; label: string };
  level?: 'h2' | 'h3';
  /** Address of a file's bytes, when its reader may have them; without it files are only named. */
  fileHref?: (file: StoredFile) => string | undefined;
  /** What is known of each attached file, said beside it. */
  scans?: Record<string, ScanState>;
};

/** Every answer beside its question, section by section: the same sheet for who sends, examines and judges the file. */
export async function AnswerSheet({ definition, answers, change, level: Level = 'h2', fileHref, scans }: Props) {
  const [t, words] = await Promise.all([getTranslations('form'), sheetWords()]);
  return sheetOf(definition, answers, words).map((section) => (
    <section key={section.id} aria-labelledby={`sheet-${section.id}`} className="mt-10">
      <Level id={`sheet-${section.id}`}>{section.title}</Level>
      <SummaryList
        items={section.entries.map(({ id, label, value }) => ({
          key: id,
          label,
          value: <SheetValueView value={value} none={t('none')} fileHref={fileHref} scans={scans} />,
          change: change ? { ...change(section.id, id), of: label } : undefined,
        }))}
      />
    </section>
  ));
}
