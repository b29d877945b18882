'use server';

import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { mergeOrganisations, saveOrganisation } from '@/lib/people/commands/organisations';
import { updatePreferences, updateProfile } from '@/lib/people/commands/profile';
import { assignRole, endRole } from '@/lib/people/commands/roles';
import { EndRoleForm, MergeForm, OrganisationForm, PreferencesForm, ProfileForm, RoleForm } from '@/lib/people/schema';

const assign = formAction({
  schema: RoleForm,
  words: 'people',
  fields: { already_held: 'email' },
  run: (viewer, form, { clock }) => assignRole(viewer, form, clock),
  to: ({ slug }, form) => form.back ?? `/admin/people/${slug}`,
  done: 'people.done.roleGiven',
});
export async function assignRoleAction(previous: FormState, data: FormData) {
  return assign(previous, data);
}

const end = formAction({
  schema: EndRoleForm,
  words: 'people',
  run: (viewer, form, { clock }) => endRole(viewer, form, clock),
  to: ({ slug }, form) => form.back ?? `/admin/people/${slug}`,
  done: 'people.done.roleEnded',
});
export async function endRoleAction(previous: FormState, data: FormData) {
  return end(previous, data);
}

const profile = formAction({
  schema: ProfileForm,
  words: 'people',
  run: (viewer, form) => updateProfile(viewer, form),
  to: () => '/profile',
  done: 'people.done.profile',
});
export async function updateProfileAction(previous: FormState, data: FormData) {
  return profile(previous, data);
}

const preferences = formAction({
  schema: PreferencesForm,
  words: 'people',
  run: (viewer, form) => updatePreferences(viewer, form),
  to: () => '/profile',
  done: 'people.done.preferences',
});
export async function updatePreferencesAction(previous: FormState, data: FormData) {
  return preferences(previous, data);
}

const organisation = formAction({
  schema: OrganisationForm,
  words: 'people',
  fields: { loop: 'parentId', same_siret: 'siret' },
  run: (viewer, form) => saveOrganisation(viewer, form),
  to: ({ slug }) => `/admin/organisations/${slug}`,
  done: 'people.done.organisation',
});
export async function saveOrganisationAction(previous: FormState, data: FormData) {
  return organisation(previous, data);
}

const merge = formAction({
  schema: MergeForm,
  words: 'people',
  run: (viewer, form) => mergeOrganisations(viewer, form),
  to: ({ slug }) => `/admin/organisations/${slug}`,
  done: 'people.done.merged',
});
export async function mergeOrganisationsAction(previous: FormState, data: FormData) {
  return merge(previous, data);
}
