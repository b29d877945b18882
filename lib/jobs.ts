import { expireCorrections, remindCorrections } from '@/lib/applications/commands/expire-corrections';
import { scanFiles, sweepFiles } from '@/lib/applications/jobs';
import { expireArchives, makeArchives } from '@/lib/applications/jobs/archive';
import { compareFiles } from '@/lib/applications/jobs/compare';
import { systemClock } from '@/lib/clock';
import { rows } from '@/lib/db';
import { joinWaiting } from '@/lib/exchange/jobs/joining';
import { publishDue } from '@/lib/jury/jobs';
import { log } from '@/lib/log';
import { sendOutbox } from '@/lib/mailer';
import { alignLists, giveLists, remind } from '@/lib/onboarding/jobs';
import { eraseFiles } from '@/lib/publication/jobs/erase-files';
import { erasePeople } from '@/lib/publication/jobs/erase-people';
import { system } from '@/lib/viewer';

/** Small loops that each finish before they start again; rows are taken with SKIP LOCKED, so several processes may run them. */
const OUTBOX_EVERY_MS = 2_000;
const CHECKLISTS_EVERY_MS = 10_000;
const RESULTS_EVERY_MS = 5_000;
const REMINDERS_EVERY_MS = 300_000;
const CORRECTIONS_EVERY_MS = 30_000;
const SCANS_EVERY_MS = 2_000;
const COMPARE_EVERY_MS = 3_000;
const ARCHIVES_EVERY_MS = 2_000;
const SWEEP_EVERY_MS = 3_600_000;

let started = false;

export async function startJobs(): Promise<void> {
  if (started) return;
  started = true;
  await rows('SELECT 1').catch(() => undefined);
  loop('outbox', OUTBOX_EVERY_MS, () => sendOutbox());
  loop('checklists', CHECKLISTS_EVERY_MS, async () => {
    await giveLists(system('checklists'), systemClock);
    await alignLists(system('checklists'));
  });
  loop('results', RESULTS_EVERY_MS, () => publishDue(system('results'), systemClock));
  loop('scans', SCANS_EVERY_MS, () => scanFiles(system('scans'), systemClock));
  loop('comparisons', COMPARE_EVERY_MS, () => compareFiles(system('comparisons'), systemClock, 1));
  loop('archives', ARCHIVES_EVERY_MS, () => makeArchives(system('archives'), systemClock));
  loop('joining', ARCHIVES_EVERY_MS, () => joinWaiting(system('joining'), systemClock));
  loop('expiry', SWEEP_EVERY_MS, () => expireArchives(system('archives'), systemClock));
  loop('erasure', SWEEP_EVERY_MS, async () => {
    await eraseFiles(system('erasure'), systemClock);
    await erasePeople(system('erasure'), systemClock);
  });
  loop('sweep', SWEEP_EVERY_MS, () => sweepFiles(system('sweep'), systemClock));
  loop('reminders', REMINDERS_EVERY_MS, () => remind(system('reminders'), systemClock));
  loop('corrections', CORRECTIONS_EVERY_MS, async () => {
    await expireCorrections(system('corrections'), systemClock);
    await remindCorrections(system('corrections'), systemClock);
  });
}

function loop(name: string, everyMs: number, work: () => Promise<unknown>): void {
  const run = async () => {
    try {
      await work();
    } catch (error) {
      log.error({ job: name, reason: (error as Error).message }, 'job failed');
    }
    setTimeout(run, everyMs).unref();
  };
  setTimeout(run, 500).unref();
}
