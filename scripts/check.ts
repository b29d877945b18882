import { runChecks } from './checks';
import { lastLine } from './tally';
import { command } from './words';

// npm run check: format, lint, types, architecture, unused code.

await command(async () => {
  const tally = await runChecks();
  console.log(lastLine(tally));
  return tally.failed ? 1 : 0;
});
