import { describe, expect, it } from 'vitest';
import { countLines, remaining } from './count';

describe('the counter under a text', () => {
  it('counts an empty text as nothing and each paragraph on its own', () => {
    expect(countLines('')).toBe(0);
    expect(countLines('Un mot')).toBe(1);
    expect(countLines('a\n\nb')).toBe(2);
    expect(countLines('a\r\nb\n')).toBe(2);
  });
  it('wraps a paragraph at the length of a line without cutting words', () => {
    expect(countLines('x'.repeat(90))).toBe(1);
    expect(countLines('x'.repeat(91))).toBe(2);
    expect(countLines('x'.repeat(30), 10)).toBe(3);
    expect(countLines('aaaa bbbb', 8)).toBe(2);
  });
  it('counts characters as people see them, and goes below zero when over', () => {
    expect(remaining('été 🇫🇷', { characters: 10 })).toBe(4);
    expect(remaining('abcdef', { characters: 5 })).toBe(-1);
    expect(remaining('a\nb\nc', { lines: 2 })).toBe(-1);
  });
});
