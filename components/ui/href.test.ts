import { describe, expect, it } from 'vitest';
import { localHref, otherLocaleHref, queryHref } from './href';

describe('an internal address', () => {
  it('takes the language of the page, once', () => {
    expect(localHref('fr', '/calls')).toBe('/fr/calls');
    expect(localHref('en', '/')).toBe('/en');
    expect(localHref('fr', '/en/calls')).toBe('/en/calls');
    expect(localHref('fr', '/french-fries')).toBe('/fr/french-fries');
  });
  it('leaves alone what is not a page of ours', () => {
    for (const href of ['#main', '?page=2', 'https://exemple.fr', '//evil.example', '/api/calendar/x'])
      expect(localHref('fr', href)).toBe(href);
  });
  it('finds the same page in the other language, query kept', () => {
    expect(otherLocaleHref('/fr/calls/x', 'en', '?q=a')).toBe('/en/calls/x?q=a');
    expect(otherLocaleHref('/fr', 'en')).toBe('/en');
  });
  it('changes one filter, keeps the others and goes back to page one', () => {
    expect(queryHref({ theme: 'data', page: '3', tag: ['a', 'b'] }, { theme: 'health' })).toBe(
      '?theme=health&tag=a&tag=b',
    );
    expect(queryHref({ theme: 'data' }, { theme: undefined })).toBe('?');
    expect(queryHref({ theme: 'data' }, { page: '2' })).toBe('?theme=data&page=2');
  });
});
