import { expect, test } from 'vitest';
import { emptyRows, Memory } from './memory';

const memory = () => {
  const rows = emptyRows();
  rows.person.set('1', { id: '1', name: 'Adnène Trojette', aliases: ['Mohammed Adnène Trojette'] });
  return new Memory(rows, [
    {
      kind: 'person',
      entityId: '1',
      keys: ['name:a', 'path:/b'],
      values: {},
      dialect: 'jekyll-2019',
      file: '',
      made: true,
    },
  ]);
};

test('a record is known by any of its keys, once', () => {
  expect(memory().known('person', ['name:zzz', 'path:/b', 'name:a'])).toHaveLength(1);
  expect(memory().known('challenge', ['name:a'])).toEqual([]);
});

test('a row is found by any of its names, and rows that share a word are near', () => {
  const known = memory();
  expect(known.called('person', 'mohammed adnene TROJETTE')).toMatchObject([{ id: '1' }]);
  expect(known.near('person', 'Karim Trojette')).toMatchObject([{ id: '1' }]);
  known.add('person', { id: '2', name: 'Karim Trojette' });
  expect(known.near('person', 'Adnene Trojette')).toHaveLength(2);
});
