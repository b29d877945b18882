import type { TestProject } from 'vitest/node';
import { migrate } from '@/scripts/migrate/migrate';
import { startThrowAway } from '@/scripts/postgres/embedded';

/** One throw-away PostgreSQL for the run, its database migrated once; each test file clones it (see test-db.ts). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startThrowAway();
  try {
    await migrate(url);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('templateUrl', url);
  return stop;
}

declare module 'vitest' {
  interface ProvidedContext {
    templateUrl: string;
  }
}
