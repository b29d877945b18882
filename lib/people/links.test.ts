import { describe, expect, test } from 'vitest';
import { hostOf, safeUrl } from '@/lib/people/links';
import { ownPicture } from '@/lib/people/pictures';

describe('links and pictures of people and challenges', () => {
  test('lead to the web, never to a script', () => {
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
