import { disconnect, transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { system } from '@/lib/viewer';
import { seedCalls } from '@/prisma/seed/calls';
import { seedCohorts, seedOrganisations, seedTeam } from '@/prisma/seed/cast';
import { seedChallenges } from '@/prisma/seed/challenges';
import { newSeed } from '@/prisma/seed/context';
import { seedExchange } from '@/prisma/seed/exchange';
import { seedFiles } from '@/prisma/seed/files';
import { seedFunding } from '@/prisma/seed/funding';
import { seedJury } from '@/prisma/seed/jury';
import { seedOnboarding } from '@/prisma/seed/onboarding';
import { seedSupport } from '@/prisma/seed/support';
import { seedWholeCall } from '@/prisma/seed/whole-call';

/** The invented demo: several cohorts at different moments. All or nothing; then their co-funding, computed from it. */
async function main(): Promise<void> {
  const now = process.env.SEED_NOW ? new Date(process.env.SEED_NOW) : new Date();
  await transaction(async (tx) => {
    const seed = newSeed(tx, now);
    await seedOrganisations(seed);
    await seedCohorts(seed);
    await seedTeam(seed);
    await seedChallenges(seed);
    const calls = await seedCalls(seed);
    await seedJury(seed, calls);
    await seedOnboarding(seed);
    await seedSupport(seed);
    await seedExchange(seed);
    await seedFiles(seed);
    await seedWholeCall(seed);
    await record(tx, system('seed'), 'demo.loaded', { kind: 'demo', id: 'demo' });
  });
  await seedFunding();
  await disconnect();
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
