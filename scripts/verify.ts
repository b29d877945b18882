import { disconnect } from '@/lib/db';
import { verifyLedger } from '@/lib/ledger';
import { openDatabase } from './database';
import { command } from './words';

const WHY = {
  gap: 'a link is missing before it',
  previous: 'it does not hold the digest of the link before it',
  content: 'its content is not what was recorded',
};

/** `npm run verify`: follows the event chain to its end and names the first broken link. Exit 1 when there is one. */
command(async () => {
  const database = await openDatabase();
  try {
    const found = await verifyLedger();
    if ('broken' in found) {
      console.log(`Broken at event ${found.broken.id}: ${WHY[found.broken.why]}.`);
      return 1;
    } else {
      console.log(`${found.links} events, unbroken. Last digest: ${found.hash}`);
    }
  } finally {
    await disconnect();
    await database.stop();
  }
  return 0;
});
