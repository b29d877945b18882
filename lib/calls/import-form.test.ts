import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inSection, shortText, text } from './building';
import { readFormText } from './import-form';
import { formTemplate, TEMPLATES } from './templates';

const T = text('Titre', 'Title');
const problems = (value: unknown) => {
  const read = readFormText(typeof value === 'string' ? value : JSON.stringify(value));
  return read.ok ? [] : read.problems;
};

describe('a form as JSON', () => {
  it.each(TEMPLATES)('%s goes out and comes back the same', (name) => {
    const form = formTemplate(name);
    expect(readFormText(`${JSON.stringify(form, null, 2)}\n`)).toEqual({ ok: true, form });
  });

  it('says at which line it stops being JSON', () => {
    expect(problems('{\n  "format": 1,\n  "sections": [}\n')).toEqual([{ kind: 'syntax', line: 3, column: 16 }]);
    expect(problems('{"format": 1')).toEqual([{ kind: 'syntax', line: 1, column: 13 }]);
    expect(problems('')).toEqual([{ kind: 'syntax', line: 1, column: 1 }]);
  });

  it('names every wrong value by its place and its question', () => {
    const field = (more: object) => ({ type: 'shortText', id: 'x', label: text('Budget', ''), ...more });
    const wrong = problems({
      sections: [
        { id: 's', title: T, fields: [field({ type: 'colour' }), field({ maxCharacters: 2000 }), { type: 'yesNo' }] },
        { id: 'A b', title: T, fields: [] },
        { title: T, fields: 'none' },
      ],
    });
    expect(wrong.map((one) => one.kind === 'shape' && [one.place, one.reason, one.label])).toEqual([
      ['sections[0].fields[0].type', 'unknown_type', 'Budget'],
      ['sections[0].fields[1].maxCharacters', 'too_big', 'Budget'],
      ['sections[0].fields[2].id', 'missing', 'Titre'],
      ['sections[0].fields[2].label', 'missing', 'Titre'],
      ['sections[1].id', 'identifier', 'Titre'],
      ['sections[2].id', 'missing', 'Titre'],
      ['sections[2].fields', 'wrong_kind', 'Titre'],
    ]);
    expect(wrong[0]).toMatchObject({ found: 'colour' });
    expect(wrong[1]).toMatchObject({ limit: 1000 });
  });

  it('is refused whole when its conditions do not hold or two questions have one name', () => {
    const twice = { sections: [inSection('s', T, [shortText('x', T, { showIf: 'ghost = yes' }), shortText('x', T)])] };
    expect(problems(twice).map((one) => one.kind === 'form' && [one.problem.path, one.problem.reason])).toEqual([
      ['x', 'duplicate_id'],
      ['x.showIf', 'condition'],
    ]);
  });

  it('never throws, whatever a stranger brings', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.anything().map((one) => JSON.stringify(one) ?? ''),
        ),
        (given) => {
          const read = readFormText(given);
          if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
    expect(problems('{"sections": [{"__proto__": {"id": "s"}}]}').length).toBeGreaterThan(0);
  });
});
