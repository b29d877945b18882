import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryName, freeEntry } from '@/lib/applications/entry-names';

describe('the names of an archive’s entries', () => {
  it('stay readable', () => {
    expect(entryName('Marées & « houle » : été.pdf')).toBe('Marées & « houle » été.pdf');
    expect(entryName(`${'long '.repeat(40)}.pdf`)).toMatch(/^long .*\.pdf$/);
  });

  it('never climb, hide, or carry what a system refuses', () => {
    for (const bad of ['../../etc/passwd', '..', '', '   ', 'con', 'NUL.txt', 'a\0b', '\u202Efdp.exe'])
      expect(entryName(bad)).not.toMatch(/[/\\\0\u202e]|^\.+$|^$|^(con|nul)(\.|$)/i);
  });

  it('are safe whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const name = entryName(text);
        expect(name.length).toBeGreaterThan(0);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(330);
        expect(name).not.toMatch(/[\p{Cc}/\\:*?"<>|]/u);
        expect(name.trim()).toBe(name);
        expect(['.', '..']).not.toContain(name);
      }),
    );
  });

  it('are never twice the same, case aside', () => {
    const taken = new Set<string>();
    expect(['a/Plan.pdf', 'a/plan.pdf', 'a/plan.pdf'].map((name) => freeEntry(name, taken))).toEqual([
      'a/Plan.pdf',
      'a/plan (2).pdf',
      'a/plan (3).pdf',
    ]);
  });
});
