import { computeFunding } from '@/lib/funding/commands';
import { cohortFunding } from '@/lib/funding/queries';
import { listCohorts } from '@/lib/programme/queries';
import { system } from '@/lib/viewer';

/** Writes down the co-funding of every cohort, as the coordination does from its screen. */
export async function seedFunding(): Promise<void> {
  const viewer = system('seed');
  for (const { slug } of await listCohorts(viewer)) {
    const funding = await cohortFunding(viewer, slug);
    if (funding?.totals.dueCents) await computeFunding(viewer, { cohort: slug, seenCents: funding.totals.dueCents });
  }
}
