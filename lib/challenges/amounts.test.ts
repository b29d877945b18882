import { describe, expect, test } from 'vitest';
import { amountOf, hostOf, ownPicture, safeUrl } from '@/lib/challenges/amounts';

describe('what a challenge page shows of imported values', () => {
  test('numbers are read as numbers, words stay words', () => {
    expect(amountOf({ amount: '20 000 000' })).toBe(20_000_000);
    expect(amountOf({ amount: '3,5' })).toBe(3.5);
    expect(amountOf({ amount: '30 %' })).toBe('30 %');
    expect(amountOf({ amount: 12 })).toBe(12);
  });
  test('links lead to the web, never to a script', () => {
    expect(safeUrl(' https://gitlab.com/has-sante ')).toBe('https://gitlab.com/has-sante');
    expect(safeUrl('javascript:alert(1)')).toBeNull();
    expect(safeUrl('data:text/html,x')).toBeNull();
    expect(safeUrl('/img/x.png')).toBeNull();
    expect(hostOf('https://www.has-sante.fr/a')).toBe('has-sante.fr');
  });
  test('pictures come from our own files', () => {
    expect(ownPicture('/api/photos/1')).toBe('/api/photos/1');
    expect(ownPicture('/img/eig4/adex.png')).toBeUndefined();
    expect(ownPicture('//evil/x.png')).toBeUndefined();
    expect(ownPicture(null)).toBeUndefined();
  });
});
