import { announce, runUntilStopped } from './lifetime';
import { prepare } from './prepare';
import { serve, servingPort } from './server';
import { command } from './words';

// npm run dev: as npm start, with Next's development server in place of the build.

await command(() =>
  runUntilStopped(async (onStop) => {
    const port = await servingPort();
    const { database, env } = await prepare();
    onStop(database.stop);
    const server = await serve('dev', port, env);
    onStop(server.stop);
    announce(server.url, env.COHORTE_DEMO === '1');
    return server;
  }),
);
