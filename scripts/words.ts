import { statfsSync } from 'node:fs';

/** Terminal words follow the machine's language: French when the locale is French, English otherwise. */
export const inFrench = /^fr/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

export const words = (english: string, french: string): string => (inFrench ? french : english);

/** A failure the person at the terminal can act on: printed as its sentence, without a stack. */
export class Trouble extends Error {
  override name = 'Trouble';
  constructor(english: string, french: string) {
    super(words(english, french));
  }
}

const start = Date.now();

/** One line of progress on stderr, so that a command's own output stays clean on stdout. */
export function progress(english: string, french: string): void {
  const seconds = ((Date.now() - start) / 1000).toFixed(1).padStart(5);
  console.error(`${seconds} s  ${words(english, french)}`);
}

const DISK_FULL = /ENOSPC|EDQUOT|53100|No space left|Check free disk space|disk full|Disk quota/i;

/** Under 4 MB nothing here can work, whatever the words of the failure were. */
function noRoom(where: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(where);
    return bavail * bsize < 4_000_000;
  } catch {
    return false;
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | undefined)?.code ?? '';

/** Says in one sentence what the operating system or PostgreSQL refused, when it is something a person can fix. */
export function explain(error: unknown, where: string): Error {
  const text = `${codeOf(error)} ${error instanceof Error ? error.message : String(error)}`;
  if (DISK_FULL.test(text) || noRoom(where))
    return new Trouble(
      `The disk is full: free some space for ${where}, then start again.`,
      `Le disque est plein : libérez de la place pour ${where}, puis relancez.`,
    );
  if (error instanceof Trouble) return error;
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system/i.test(text))
    return new Trouble(
      `${where} cannot be written: give this account the right to write there, or set DATA_DIR to another folder.`,
      `Impossible d’écrire dans ${where} : donnez-en le droit à ce compte, ou indiquez un autre dossier avec DATA_DIR.`,
    );
  if (/ENOTDIR|EEXIST/.test(text))
    return new Trouble(
      `${where} exists and is not a folder: move it away, or set DATA_DIR to another folder.`,
      `${where} existe et n’est pas un dossier : déplacez-le, ou indiquez un autre dossier avec DATA_DIR.`,
    );
  return error instanceof Error ? error : new Error(String(error));
}

/** Runs a command to its end: a trouble becomes one sentence and exit code 1, anything else keeps its stack. */
export async function command(run: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await run()) ?? 0;
  } catch (error) {
    console.error(error instanceof Trouble ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
