import { join } from 'node:path';
import { buildWhenChanged } from './build';
import { announce, runUntilStopped } from './lifetime';
import { prepare } from './prepare';
import { serve, servingPort } from './server';
import { command } from './words';

// npm start: from a fresh clone to a served application; a second start finds everything ready.

await command(() =>
  runUntilStopped(async (onStop) => {
    const port = await servingPort();
    const { database, env, logs } = await prepare();
    onStop(database.stop);
    const id = await buildWhenChanged(env, join(logs, 'build.log'));
    const server = await serve('built', port, { ...env, COHORTE_BUILD_ID: id });
    onStop(server.stop);
    announce(server.url, env.COHORTE_DEMO === '1');
    return server;
  }),
);
