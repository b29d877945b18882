import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLines, remaining } from '@/components/ui/count';
import { countCharacters, countLines as countOnServer } from '@/lib/calls/lines';

describe('the counter under a text and the check when sending', () => {
  const text = fc.array(
    fc.constantFrom('mot', 'x'.repeat(40), ' ', '\n', '\n\n', '\r\n', '\u200b', 'é', 'e\u0301', '\u00a0', '🇫🇷'),
    { maxLength: 60 },
  );
  it('always agree', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 100 }), (parts, width) => {
        const typed = parts.join('');
        expect(countLines(typed, width)).toBe(countOnServer(typed, width));
        expect(1000 - remaining(typed, { characters: 1000 })).toBe(countCharacters(typed));
      }),
    );
  });
});
