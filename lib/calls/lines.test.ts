import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCharacters, countLines, visibleText } from './lines';

describe('lines as a reader counts them', () => {
  it('counts a short text as one line and nothing as none', () => {
    expect(countLines('Un besoin réel', 90)).toBe(1);
    expect(countLines(' \u200b\n\t', 90)).toBe(0);
  });
  it('does not count the blank lines between paragraphs', () => {
    expect(countLines('Un\r\n\r\nDeux\n\n\nTrois\n', 90)).toBe(3);
  });
  it('wraps whole words', () => {
    expect(countLines('aaaa bbbb', 9)).toBe(1);
    expect(countLines('aaaa bbbb', 8)).toBe(2);
    expect(countLines('aaaa bbbb cccc', 8)).toBe(3);
  });
  it('lets a web address longer than a line take the lines it needs', () => {
    expect(countLines('x'.repeat(25), 10)).toBe(3);
    expect(countLines(`voir ${'x'.repeat(25)} fin`, 10)).toBe(4);
  });
  it('never counts invisible characters', () => {
    expect(countCharacters('a\u200bb\u0000c\u202e')).toBe(3);
    expect(visibleText('\ufeff  Édith\u200b ')).toBe('Édith');
  });
  it('counts composed and decomposed accents alike', () => {
    expect(countCharacters('e\u0301')).toBe(countCharacters('é'));
  });
  it('is never more than the characters and never decreases on a narrower page', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 20, max: 120 }), (text, width) => {
        const wide = countLines(text, width + 10);
        expect(wide).toBeLessThanOrEqual(Math.max(0, countCharacters(text)));
        expect(countLines(text, width)).toBeGreaterThanOrEqual(wide);
      }),
    );
  });
  it('reads the longest text that is stored without making anyone wait', () => {
    const { user } = process.cpuUsage();
    countLines('mot '.repeat(25_000), 90);
    expect((process.cpuUsage().user - user) / 1000).toBeLessThan(1500);
  });
});
