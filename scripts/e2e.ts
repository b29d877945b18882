import { runBrowserTests } from './browser-tests';
import { stopOnSignals } from './child';
import { lastLine } from './tally';
import { command } from './words';

// npm run e2e [-- FILE …]: the browser tests, all or those named; further arguments go to Playwright.

await command(async () => {
  stopOnSignals();
  const tally = await runBrowserTests(process.argv.slice(2));
  for (const name of tally.flaky) console.log(`flaky: ${name}`);
  console.log(lastLine(tally));
  return tally.failed || !tally.passed ? 1 : 0;
});
