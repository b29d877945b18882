import { z } from 'zod';

/** What the address of the audit trail says; anything else is ignored. */
export const EventFilters = z.object({
  noun: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .catch('')
    .default(''),
  subject: z
    .string()
    .regex(/^[\w-]{1,80}$/)
    .catch('')
    .default(''),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .catch('')
    .default(''),
});
export type EventFilters = z.infer<typeof EventFilters>;

export function eventsHref(filters: EventFilters): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
  return query.size ? `/admin/events?${query}` : '/admin/events';
}
