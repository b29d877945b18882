import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// `*.test.ts` needs nothing; `*.db.test.ts` gets a real PostgreSQL from the global setup.
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ['prisma/test-folder.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{lib,components,app,scripts,messages}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          globalSetup: ['prisma/test-client.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['{lib,prisma,scripts}/**/*.db.test.ts'],
          globalSetup: ['prisma/test-client.ts', 'prisma/test-database.ts'],
        },
      },
    ],
  },
});
