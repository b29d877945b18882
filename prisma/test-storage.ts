import { readdirSync } from 'node:fs';

/** How many files this test's storage holds. */
export const onDisk = (): number =>
  readdirSync(process.env.DATA_DIR ?? '', { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    .length;
