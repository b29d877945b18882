import { describe, expect, it } from 'vitest';
import { wordQuery } from './search';

describe('what someone types to search', () => {
  it.each([
    ['marée verte', "'marée':* & 'verte':*"],
    ['«\u00a0gare du Nord\u00a0» quai', "'gare' <-> 'du' <-> 'Nord' & 'quai':*"],
    ["l'eau", "'l':* & 'eau':*"],
    ['C7-0003', "'C7-0003':*"],
    ["100%_ !! & | ( ' \\", "'100':*"],
    ['   ', ''],
  ])('%j becomes a query that PostgreSQL reads', (typed, query) => {
    expect(wordQuery(typed)).toBe(query);
  });
});
