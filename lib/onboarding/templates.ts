import { ChecklistDefinition } from '@/lib/onboarding/schema';
import { arrivalChecklist } from '@/lib/onboarding/templates/arrival';

/** What a programme starts with: loaded as version 1 of each, then its own to change. */
export const providedTemplates: { key: string; definition: ChecklistDefinition }[] = [
  { key: 'arrival', definition: ChecklistDefinition.parse(arrivalChecklist) },
];
