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

type Named = { key: string; title: Bilingual };

/** Lists one may choose among: those that run, those the programme published, those that come with the product. */
export function knownLists(running: Named[], published: Named[] = []): Named[] {
  const provided = providedTemplates.map(({ key, definition }) => ({ key, title: definition.title }));
  const all = [...running, ...published, ...provided];
  return all.filter((one, index) => all.findIndex((other) => other.key === one.key) === index);
}

/** The list an address asks for, else the first that is running, else the arrival's. */
export function chosenList(wanted: unknown, running: Named[], published: Named[] = []): Named {
  const all = knownLists(running, published);
  return all.find((one) => one.key === wanted) ?? (all[0] as { key: string; title: Bilingual });
}
