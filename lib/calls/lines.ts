/**
 * Text as a reader meets it: lines are counted on a page `perLine` characters wide, words are not cut, and blank
 * lines between paragraphs are free. Invisible characters never count and never make an answer.
 */

/** Zero-width, direction and other format characters, and control characters but tab, LF and CR. */
const INVISIBLE = /[\p{Cf}]|[^\P{Cc}\t\n\r]/gu;

/** Anything but what most French texts are made of; without it there is nothing invisible to take out, nor surrogates. */
const UNUSUAL = /[^\n\t\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f\u20ac]/;

/** What remains of a text for a reader: no invisible character, no space at either end. The stored text is untouched. */
export function visibleText(text: string): string {
  return UNUSUAL.test(text) ? text.replace(INVISIBLE, '').replace(/\r\n?/g, '\n').trim() : text.trim();
}

/** Characters as people count them (an emoji or an accented letter is one). */
export function countCharacters(text: string): number {
  return points(visibleText(text).normalize('NFC'));
}

/** Code points of a text. */
function points(text: string): number {
  if (!UNUSUAL.test(text)) return text.length;
  let total = 0;
  for (const _ of text) total += 1;
  return total;
}

export function countLines(text: string, perLine: number): number {
  const visible = visibleText(text).normalize('NFC');
  if (visible === '') return 0;
  let lines = 0;
  for (const paragraph of visible.split('\n')) lines += linesOfParagraph(paragraph, perLine);
  return lines;
}

function linesOfParagraph(paragraph: string, perLine: number): number {
  const words = paragraph.split(/\s+/u).filter(Boolean);
  if (words.length === 0) return 0;
  let lines = 1;
  let used = 0;
  for (const word of words) {
    const length = points(word);
    const next = used === 0 ? length : used + 1 + length;
    if (next <= perLine) {
      used = next;
      continue;
    }
    // A word longer than a line (a web address) starts on its own line and goes on over as many as it needs.
    if (used > 0) lines += 1;
    lines += Math.ceil(length / perLine) - 1;
    used = length % perLine || perLine;
  }
  return lines;
}
