import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { disconnect } from '@/lib/db';
import { verifyMinutes } from '@/lib/jury/minutes';
import { changedMinutes } from '@/lib/jury/queries/minutes';
import { verifyLedger } from '@/lib/ledger';
import { openDatabase } from './database';
import { command } from './words';

const WHY = {
  gap: 'a link is missing before it',
  previous: 'it does not hold the digest of the link before it',
  content: 'its content is not what was recorded',
};

const WHY_MINUTES = {
  unreadable: 'it is not a file of minutes',
  rewritten: 'it was written again by something else than Cohorte',
  content: 'its text does not have the digest it claims',
  event: 'the event that sealed it does not have the digest it claims',
  event_digest: 'the event that sealed it speaks of another text',
  signature: 'a signature does not hold',
  checksum: 'something was taken out of it or put into it',
};

/**
 * `npm run verify -- minutes.json [digest]`: checks sealed minutes from the file alone; no database is opened. A digest
 * known from elsewhere (the printed minutes, a mail) also catches a file made up whole.
 */
function verifyFile(name: string, expected?: string): number {
  const found = verifyMinutes(readFileSync(resolve(process.env.INIT_CWD ?? '', name), 'utf8'));
  if (!found.ok) {
    console.log(`${name}: not verified, ${WHY_MINUTES[found.why]}.`);
    return 1;
  }
  const { content, digest, signatures } = found;
  if (expected && expected.toLowerCase() !== digest) {
    console.log(`${name}: holds together, but its digest is ${digest}, not the one given.`);
    return 1;
  }
  console.log(
    `${name}: minutes ${content.number} of ${content.stage}, sealed ${content.sealedAt}, ${signatures} signatures. Digest: ${digest}`,
  );
  return 0;
}

/** `npm run verify`: follows the event chain to its end and names the first broken link. Exit 1 when there is one. */
command(async () => {
  const [file, digest] = process.argv.slice(2);
  if (file) return verifyFile(file, digest);
  const database = await openDatabase();
  try {
    const found = await verifyLedger();
    if ('broken' in found) {
      console.log(`Broken at event ${found.broken.id}: ${WHY[found.broken.why]}.`);
      return 1;
    }
    const changed = await changedMinutes({ kind: 'system', job: 'verify' });
    if (changed.length > 0) {
      console.log(`Minutes that are not what was sealed or signed: ${changed.join(', ')}.`);
      return 1;
    }
    console.log(`${found.links} events, unbroken. Last digest: ${found.hash}`);
  } finally {
    await disconnect();
    await database.stop();
  }
  return 0;
});
