import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';

// Each test file has a storage and a temporary folder of its own, which go with it. Those of scripts/ tidy up themselves:
// they start servers, whose programs are kept in the common folder from one run to the next.
if (!expect.getState().testPath?.includes('/scripts/')) {
  const outer = tmpdir();
  const folder = mkdtempSync(join(outer, 'cohorte-test-'));
  process.env.TMPDIR = folder;
  process.env.DATA_DIR = join(folder, 'data');
  mkdirSync(process.env.DATA_DIR);
  afterAll(() => {
    process.env.TMPDIR = outer;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
}
