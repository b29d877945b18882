'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { sendGeneralGrid, writeGrid } from '@/lib/jury/commands/collective';
import { criterionNames } from '@/lib/jury/criterion-names';
import { gridInput } from '@/lib/jury/grid';
import { hearing } from '@/lib/jury/queries/hearing';

const gridForm = z.object({ hearingId: z.uuid(), version: z.coerce.number().int().min(0), grid: gridInput });

const write = (act: 'save' | 'send') =>
  formAction({
    schema: gridForm,
    words: 'jury',
    done: act === 'send' ? 'jury.hearing.sentDone' : 'jury.read.draftSaved',
    run: async (viewer, value, { clock, locale }) => {
      const written = await writeGrid(viewer, value, clock, act === 'send');
      if (written.ok || written.reason !== 'incomplete') return written;
      const detail = await hearing(viewer, value.hearingId);
      const fields = detail ? criterionNames(detail.rubric, String(written.detail?.fields).split(' '), locale) : '';
      return { ...written, detail: { fields } };
    },
    to: (_, value) => `/jury/hearings/${value.hearingId}`,
  });
const save = write('save');
const send = write('send');
export async function writeGridAction(previous: FormState, data: FormData) {
  return data.get('act') === 'send' ? send(previous, data) : save(previous, data);
}

const general = formAction({
  schema: z.object({
    panelId: z.uuid(),
    version: z.coerce.number().int().min(1),
    lines: z
      .array(
        z.object({
          hearingId: z.uuid(),
          rank: z.coerce.number().int().min(1).max(999).nullable().default(null),
          verdict: z.string().max(40).default(''),
          reason: z.string().trim().max(5000).default(''),
          favourite: z.preprocess((value) => value === 'yes', z.boolean()),
        }),
      )
      .max(100),
  }),
  words: 'jury',
  done: 'jury.hearing.generalDone',
  run: (viewer, value, { clock }) => sendGeneralGrid(viewer, value, clock),
  to: (_, value) => `/jury/panels/${value.panelId}`,
});
export async function sendGeneralGridAction(previous: FormState, data: FormData) {
  return general(previous, data);
}
