'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { askTeams, sayTeamHalfDays } from '@/lib/jury/commands/teams';
import { teamHalfDays } from '@/lib/jury/team-input';

const say = formAction({
  schema: teamHalfDays.extend({ back: z.enum(['panels', 'hearing']) }),
  words: 'jury',
  done: 'jury.teams.saved',
  run: (viewer, { back: _, ...value }, { clock }) => sayTeamHalfDays(viewer, value, clock),
  to: (_, { back, stageId, applicationId }) =>
    back === 'panels' ? `/admin/jury/${stageId}/panels` : `/my-applications/${applicationId}/hearing`,
});
export async function sayTeamHalfDaysAction(previous: FormState, data: FormData) {
  return say(previous, data);
}

const ask = formAction({
  schema: z.object({ stageId: z.uuid() }),
  words: 'jury',
  done: 'jury.teams.asked',
  run: (viewer, value, { clock }) => askTeams(viewer, value.stageId, clock),
  to: (_, value) => `/admin/jury/${value.stageId}/panels`,
});
export async function askTeamsAction(previous: FormState, data: FormData) {
  return ask(previous, data);
}
