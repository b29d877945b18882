import { type Bilingual, ChecklistDefinition } from '@/lib/onboarding/schema';
import { arrivalChecklist } from '@/lib/onboarding/templates/arrival';
import { departureList } from '@/lib/onboarding/templates/departure';
import { designersChecklist } from '@/lib/onboarding/templates/designers';
import { guide } from '@/lib/onboarding/templates/guide';

/** What a programme starts with: loaded as version 1 of each, then its own to change. */
export const providedTemplates: { key: string; definition: ChecklistDefinition }[] = [
  { key: 'arrival', definition: ChecklistDefinition.parse(arrivalChecklist) },
  { key: 'guide', definition: ChecklistDefinition.parse(guide) },
  { key: 'arrival-designers', definition: ChecklistDefinition.parse(designersChecklist) },
  { key: 'departure', definition: ChecklistDefinition.parse(departureList) },
];

/** The list an address asks for, else the first that is running, else the arrival's. */
export function chosenList(
  wanted: unknown,
  running: { key: string; title: Bilingual }[],
): { key: string; title: Bilingual } {
  const provided = providedTemplates.map(({ key, definition }) => ({ key, title: definition.title }));
  const all = [...running, ...provided];
  return all.find((one) => one.key === wanted) ?? (all[0] as { key: string; title: Bilingual });
}
