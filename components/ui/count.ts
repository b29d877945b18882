/** A limit as calls print it: in characters, or in lines of about `perLine` characters. */
export type TextLimit = { characters: number } | { lines: number; perLine?: number };

export const CHARACTERS_PER_LINE = 95;

/** How many lines a text takes on a page: each paragraph wraps on its own, an empty line counts. */
export function countLines(text: string, perLine = CHARACTERS_PER_LINE): number {
  if (!text) return 0;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .reduce((sum, paragraph) => sum + Math.max(1, Math.ceil([...paragraph].length / perLine)), 0);
}

/** What is left under a limit; negative when over. */
export function remaining(text: string, limit: TextLimit): number {
  if ('characters' in limit) return limit.characters - [...text.replace(/\r\n?/g, '\n')].length;
  return limit.lines - countLines(text, limit.perLine);
}
