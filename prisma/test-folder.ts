import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';

// What a test file leaves in the temporary folder goes with it. Those of scripts/ tidy up themselves:
// they start servers, whose programs are kept in that folder from one run to the next.
if (!expect.getState().testPath?.includes('/scripts/')) {
  const outer = tmpdir();
  const folder = mkdtempSync(join(outer, 'cohorte-test-'));
  process.env.TMPDIR = folder;
  afterAll(() => {
    process.env.TMPDIR = outer;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
}
