import { expect, test } from 'vitest';
import { reasons } from './issues';
import { actsFor } from './states';

test('every issue can at least be set aside', () => {
  for (const reason of reasons) expect(actsFor({ reason, about: 'person' })).toContain('ignore');
});

test('a doubt about a person has three answers, a contradictory date one', () => {
  expect(actsFor({ reason: 'suspected_duplicate', about: 'person' })).toEqual(['link', 'create', 'ignore']);
  expect(actsFor({ reason: 'contradictory_date', about: 'role' })).toEqual(['ignore']);
  expect(actsFor({ reason: 'edited_here', about: 'challenge' })).toEqual(['create', 'ignore']);
});
