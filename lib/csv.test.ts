import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, openCsv, spreadsheetCsv, unguarded } from '@/lib/csv';

const columns = [
  { header: 'a', cell: (row: Cell[]) => row[0] },
  { header: 'b', cell: (row: Cell[]) => row[1] },
];

describe('CSV for a spreadsheet', () => {
  it('has the mark, semicolons, CRLF, decimal commas and French dates', () => {
    const text = spreadsheetCsv(columns, [
      [1234.5, { day: new Date('2022-03-18') }],
      [new Date('2022-03-18T22:59:00Z'), true],
    ]);
    expect(text).toBe('\uFEFFa;b\r\n1234,5;18/03/2022\r\n18/03/2022 23:59;oui\r\n');
  });
  it.each(['=1+1', '+33', '-1', '@x', '\tx', '\rx', '\u200B=1+1', ' =1', '\uFEFF+1', '＝1+1', '＠x'])(
    'disarms the text %j',
    (typed) => {
      expect(parse(spreadsheetCsv(columns, [[typed, '']]), { delimiter: ';', bom: true })[1]?.[0]).toBe(`'${typed}`);
    },
  );
  it('gives every text back to whoever takes the guard off', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[=+\-@\t '\u200B]{1,4}x?$/)), (typed) => {
        const [[cell = ''] = []] = parse(spreadsheetCsv(columns, [[typed, 'x']], { header: false }), {
          delimiter: ';',
          recordDelimiter: '\r\n',
        }) as string[][];
        expect(unguarded(cell)).toBe(typed);
      }),
    );
  });
  it('leaves a typed negative number a number', () => {
    expect(spreadsheetCsv(columns, [[-3.5, '']])).toContain('\r\n-3,5;');
  });
});

describe('CSV for machines', () => {
  it('has commas, no mark and ISO dates', () => {
    expect(openCsv(columns, [[0.5, { day: new Date('2022-03-18') }]])).toBe('a,b\r\n0.5,2022-03-18\r\n');
  });
  it('gives back any text as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.string(), (one, two) => {
        const [, line] = parse(openCsv(columns, [[`x${one}`, `y${two}`]]), { recordDelimiter: '\r\n' }) as string[][];
        expect(line).toEqual([`x${one}`, `y${two}`]);
      }),
    );
  });
});
