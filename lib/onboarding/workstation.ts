import { z } from 'zod';

export const SYSTEMS = ['linux', 'macos', 'windows', 'any'] as const;

/** What a fellow needs to work with. The accessibility line is for the mentor and the team, never for a signed link. */
export const Workstation = z.object({
  machine: z.enum(['own', 'provided']),
  system: z.enum(SYSTEMS).default('any'),
  memory: z.coerce.number().int().min(4).max(512).optional(),
  software: z.string().trim().max(1_000).default(''),
  screens: z.coerce.number().int().min(0).max(4).default(2),
  headset: z.preprocess((value) => value === true || value === 'on' || value === 'yes', z.boolean()).default(false),
  accessibility: z.string().trim().max(1_000).default(''),
  other: z.string().trim().max(1_000).default(''),
});
export type Workstation = z.output<typeof Workstation>;

/** What the guide advises by profile, offered as a starting point: memory in gigabytes. */
export function suggested(profile: string): Partial<Workstation> {
  const key = profile.toLowerCase();
  if (/data|donn|géo|geo/.test(key)) return { memory: 32, system: 'linux', screens: 2 };
  if (/design/.test(key)) return { memory: 16, system: 'macos', screens: 2 };
  if (/d[ée]v/.test(key)) return { memory: 16, system: 'linux', screens: 2 };
  return { memory: 8, system: 'any', screens: 2 };
}
