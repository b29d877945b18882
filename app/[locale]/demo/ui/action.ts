'use server';
import { type FormState, typedValues } from '@/lib/form';

/** Changes nothing: answers with every error a form can show, so that the summary and the fields can be looked at. */
export async function refuseAction(_previous: FormState, data: FormData): Promise<FormState> {
  const sentence = String(data.get('sentence') ?? '').slice(0, 200);
  const names = ['title', 'problem', 'profiles', 'backing', 'amount'];
  return {
    status: 'error',
    errors: Object.fromEntries(names.map((name) => [name, [sentence]])),
    formErrors: [],
    values: typedValues(data),
  };
}
