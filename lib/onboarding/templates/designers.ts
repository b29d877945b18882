import type { ChecklistDefinitionInput } from '@/lib/onboarding/schema';
import { arrivalChecklist } from './arrival';
import { arrival, both, item, remarks, type Section, text, yesNo } from './write';

// The variant for designers' challenges: the arrival's sections, then what was asked of designers only.

const mission: Section = {
  key: 'mission',
  phase: 'arrival',
  title: both('Mission', 'Mission'),
  items: [
    item('meet-strategic', 'Rencontrer la ou le mentor de haut niveau', 'Meet the strategic mentor', yesNo, {
      doer: 'strategic_mentor',
      due: arrival(15),
    }),
    item('deliverables', 'S’accorder sur les livrables', 'Agree on the deliverables', yesNo, {
      due: arrival(30),
      blocking: true,
      why: both(
        'Maquettes, prototype, service en ligne : la suite dépend de ce choix.',
        'Mock-ups, prototype, live service: what follows depends on this choice.',
      ),
    }),
    item('deliverables-which', 'Dire lesquels', 'Say which', text, { due: arrival(30), after: ['deliverables'] }),
    item('going-live', 'Vérifier qu’une mise en ligne est possible', 'Check that going live is possible', yesNo, {
      due: arrival(60),
    }),
    item('going-live-how', 'Dire comment', 'Say how', text, { optional: true, after: ['going-live'] }),
    ...remarks('mission'),
  ],
};

export const designersChecklist: ChecklistDefinitionInput = {
  ...arrivalChecklist,
  title: both('Préparer l’arrivée des designers', 'Prepare the arrival of designers'),
  sections: [...arrivalChecklist.sections.filter((section) => section.key !== 'data'), mission],
};
