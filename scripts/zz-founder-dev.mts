import { spawn } from 'node:child_process';
import { openDatabase, prepareDatabase } from './database.ts';
import { seedWhenEmpty } from './seed.ts';

const db = await openDatabase();
await prepareDatabase(db.url);
await seedWhenEmpty(db.url);
console.log(db.url);
const child = spawn('npx', ['next', 'dev', '-p', process.env.PORT || '3100'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    DATABASE_URL: db.url,
    COHORTE_DEMO: '1',
    NEXTAUTH_SECRET: 'x'.repeat(32),
    NEXTAUTH_URL: `http://localhost:${process.env.PORT || '3100'}`,
  },
});
process.on('SIGTERM', () => {
  child.kill();
});
child.on('exit', async () => {
  await db.stop();
  process.exit();
});
