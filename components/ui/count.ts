/** A limit as calls print it: in characters, or in lines of about `perLine` characters. */
export type TextLimit = { characters: number } | { lines: number; perLine?: number };

export const CHARACTERS_PER_LINE = 90;

/** Zero-width, direction and control characters: nobody reads them, nobody counts them. */
const INVISIBLE = /[\p{Cf}]|[^\P{Cc}\t\n\r]/gu;

const readable = (text: string) => text.replace(INVISIBLE, '').replace(/\r\n?/g, '\n').trim().normalize('NFC');

/** How many lines a reader would count on a page: words are not cut, blank lines between paragraphs are free. */
export function countLines(text: string, perLine = CHARACTERS_PER_LINE): number {
  let lines = 0;
  for (const paragraph of readable(text).split('\n')) {
    let used = 0;
    for (const word of paragraph.split(/\s+/u).filter(Boolean)) {
      const length = [...word].length;
      if (used > 0 && used + 1 + length <= perLine) {
        used += 1 + length;
        continue;
      }
      // A word longer than a line goes on over as many as it needs.
      lines += Math.ceil(length / perLine);
      used = length % perLine || perLine;
    }
  }
  return lines;
}

/** What is left under a limit; negative when over. */
export function remaining(text: string, limit: TextLimit): number {
  if ('characters' in limit) return limit.characters - [...readable(text)].length;
  return limit.lines - countLines(text, limit.perLine);
}
