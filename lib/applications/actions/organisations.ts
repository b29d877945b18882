'use server';

import { placeOrganisation, unplaceOrganisation } from '@/lib/applications/commands/place-organisation';
import { Placing, Unplacing } from '@/lib/applications/placing';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';

const page = ({ id }: { id: string }) => `/admin/applications/${id}/organisation`;

const place = formAction({
  schema: Placing,
  words: 'typed-organisations',
  fields: { same_siret: 'siret', same_name: 'name' },
  run: (viewer, value) => placeOrganisation(viewer, value),
  to: page,
  done: 'typed-organisations.done.placed',
});
export async function placeOrganisationAction(previous: FormState, data: FormData) {
  return place(previous, data);
}

const unplace = formAction({
  schema: Unplacing,
  words: 'typed-organisations',
  run: (viewer, value, { clock }) => unplaceOrganisation(viewer, value, clock),
  to: page,
  done: 'typed-organisations.done.unplaced',
});
export async function unplaceOrganisationAction(previous: FormState, data: FormData) {
  return unplace(previous, data);
}
