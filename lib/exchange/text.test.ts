import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compact, distance, fold, pagePath, slug, tidy } from './text';

describe('text from the sites', () => {
  test('loses its invisible characters and stray spaces, and keeps its accents', () => {
    expect(tidy('  Élise\u00a0\u200bLalique \ufeff')).toBe('Élise Lalique');
    expect(tidy('Design &amp; Développement')).toBe('Design & Développement');
  });

  test('folds accents, dashes, apostrophes and case together', () => {
    expect(fold('Pierre–Alain Jachiet')).toBe(fold('pierre-alain  JACHIET'));
    expect(compact('Karfu’R')).toBe(compact("karfu'r"));
    expect(compact('b@liseNAV')).toBe('balisenav');
    expect(compact('PrédiSauvetage /')).toBe('predisauvetage');
    expect(slug('Sœur Élodie')).toBe('soeur-elodie');
  });

  test('is the same whether accents are composed or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (s) => fold(s.normalize('NFD')) === fold(s.normalize('NFC'))),
    );
  });

  test('folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (s) => fold(fold(s)) === fold(s)));
  });

  test('a swap of two letters counts once', () => {
    expect(distance('bridage', 'brigade')).toBe(2);
    expect(distance('ab', 'ba')).toBe(1);
    expect(distance('', 'abc')).toBe(3);
  });

  test('addresses of a page are compared without host, ending or accents', () => {
    expect(pagePath('https://example.org/communaute/2018/beno%C3%AEt.html#x')).toBe('/communaute/2018/benoit');
    expect(pagePath('/100%/x')).toBe('/100/x');
    expect(pagePath('/communaute/2018/benoît-guigal.html ')).toBe('/communaute/2018/benoit-guigal');
    expect(pagePath('\u00a0')).toBeNull();
  });
});
