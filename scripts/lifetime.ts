import { stopChildren } from './child';
import type { Server } from './server';
import { progress, words } from './words';

type Undo = () => Promise<void>;

/**
 * Starts with `begin`, which registers what must be stopped, and stays until Ctrl-C, SIGTERM, the death of the starter
 * or the end of the server; then stops everything, latest first. Returns the exit code.
 */
export async function runUntilStopped(begin: (onStop: (undo: Undo) => void) => Promise<Server>): Promise<number> {
  const undos: Undo[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      stopChildren();
      if (undos.length) progress('Stopping…', 'Arrêt…');
      for (const undo of undos.reverse()) await undo();
      if (undos.length) progress('Stopped.', 'Arrêté.');
    })();
    return stopping;
  };
  const asked = new Promise<number>((done) => {
    const leave = () => void stop().then(() => done(0));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave);
    if (process.channel) {
      process.once('disconnect', leave);
      process.channel.unref();
    }
  });
  try {
    const server = await begin((undo) => undos.push(undo));
    if (stopping) {
      await server.stop(); // asked to stop while it was starting
      return await asked;
    }
    const code = await Promise.race([asked, server.ended]);
    if (stopping) return await asked;
    await stop();
    return code || 1; // a server that ends by itself has failed
  } catch (error) {
    if (stopping) return await asked;
    await stop();
    throw error;
  }
}

export function announce(url: string, demo: boolean): void {
  const lines = [
    words(`Cohorte is ready: ${url}`, `Cohorte est prêt : ${url}`),
    ...(demo
      ? [
          words(
            `Demo accounts, one click to sign in: ${url}/fr/demo`,
            `Comptes de démonstration, connexion en un clic : ${url}/fr/demo`,
          ),
        ]
      : []),
    mailLine(url, demo),
    words('Ctrl-C stops it.', 'Ctrl-C pour arrêter.'),
  ];
  console.log(`\n  ${lines.join('\n  ')}\n`);
}

function mailLine(url: string, demo: boolean): string {
  if (process.env.SMTP_URL) return words('Mail is sent through SMTP_URL.', 'Les courriels partent par SMTP_URL.');
  if (demo)
    return words(
      `No mail leaves: read it at ${url}/fr/demo/mailbox`,
      `Aucun courriel ne part : lisez-les sur ${url}/fr/demo/mailbox`,
    );
  return words(
    'Mail waits in the outbox: set SMTP_URL to send it.',
    'Les courriels attendent dans la boîte d’envoi : indiquez SMTP_URL pour les envoyer.',
  );
}
