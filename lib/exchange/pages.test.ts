import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage, readYaml } from './pages';

describe('YAML', () => {
  test('of two equal keys the last wins and the first is reported', () => {
    const read = readYaml('a:\n  title: long\n  title: short\n');
    expect(read).toEqual({
      ok: true,
      value: { a: { title: 'short' } },
      duplicates: [{ path: ['a', 'title'], value: 'long' }],
    });
  });

  test('a syntax error is refused with its line', () => {
    expect(readYaml('a: 1\nb: [1,\nc: }')).toMatchObject({ ok: false });
    expect(readYaml('a: 1\nb: "x" y\n')).toMatchObject({ ok: false, line: 2 });
  });

  test('aliases that multiply are refused', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 9; i++) {
      const [from, to] = ['abcdefghij'[i - 1], 'abcdefghij'[i]];
      bomb.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(',')}]`);
    }
    expect(readYaml(bomb.join('\n'))).toMatchObject({ ok: false });
  });

  test('thousands of levels are refused without exhausting the stack', () => {
    expect(readYaml(`a: ${'['.repeat(50_000)}`)).toMatchObject({ ok: false, detail: 'nested too deep' });
    expect(readYaml(Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'))).toMatchObject({
      ok: false,
    });
  });

  test('tags run nothing', () => {
    expect(readYaml('a: !!js/function "function(){}"\n')).toMatchObject({ ok: true, value: { a: 'function(){}' } });
  });

  test('any text gives an answer', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readYaml(text).ok === 'boolean'));
  });
});

describe('a page', () => {
  test('is read with Windows line ends, a byte order mark and spaces after the dashes', () => {
    expect(readPage('\ufeff---\r\ntitle: Élise\r\n--- \r\nBonjour\r\n')).toEqual({
      ok: true,
      fields: { title: 'Élise' },
      duplicates: [],
      body: 'Bonjour\n',
    });
  });

  test('keeps its body as written: shortcodes, frames, rules', () => {
    const body = '\n{{< dailymotion x82e1ah "Vidéo">}}\n<iframe src="x"></iframe>\n\n---\n\n{% include a %}\n';
    expect(readPage(`---\na: 1\n---\n${body}`)).toMatchObject({ body });
  });

  test('without a front matter has no fields and loses nothing', () => {
    expect(readPage('---layout: defi---\ntexte')).toMatchObject({
      ok: true,
      fields: null,
      body: '---layout: defi---\ntexte',
    });
    expect(readPage('---\njust text\n---\nx')).toMatchObject({ ok: true, fields: null });
    expect(readPage('---\n---\nx')).toMatchObject({ ok: true, fields: {}, body: 'x' });
  });

  test('with a broken front matter is refused, at its line in the file', () => {
    expect(readPage('---\na: 1\nb: "x" y\n---\n')).toMatchObject({ ok: false, line: 3 });
  });
});
