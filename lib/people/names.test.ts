import { describe, expect, it } from 'vitest';
import { cleanName, nameKey, nameKeys, slugify } from '@/lib/people/names';

describe('names', () => {
  it('are matched across accents, dashes, case, stray and zero-width spaces', () => {
    expect(nameKey('Pierre–Alain  Jachiet ')).toBe(nameKey('pierre-alain\u00A0Jachiet'));
    expect(nameKey('\u200BPhiléas Condemine')).toBe(nameKey('Phileas Condemine'));
    expect(nameKey('Karfu’R')).toBe(nameKey("Karfu'R"));
  });
  it('are shown as they were written, without what cannot be seen', () => {
    expect(cleanName(' Élise\u200B  Lalique\uFEFF')).toBe('Élise Lalique');
  });
  it('give each alias a key once', () => {
    expect(nameKeys('Élise', ['Elise', 'É. L.'])).toEqual(['elise', 'e l']);
  });
  it('make addresses that are never empty', () => {
    expect(slugify('b@liseNAV')).toBe('b-lisenav');
    expect(slugify('···')).toBe('sans-nom');
  });
});
