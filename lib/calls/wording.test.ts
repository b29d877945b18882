import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill, fillMail, paragraphs, wordingFaults } from './wording';

describe('a mail’s words', () => {
  it('take their values, whatever the spaces in the braces', () => {
    expect(fill('Dossier {{reference}} : {{ title }}', { reference: 'C8-0001', title: 'Marées' })).toBe(
      'Dossier C8-0001 : Marées',
    );
  });

  it('never read a value as a variable', () => {
    expect(fill('{{title}}', { title: '{{reference}}', reference: 'C8-0001' })).toBe('{{reference}}');
    expect(fill('{{title}}', { title: '$& $1' })).toBe('$& $1');
  });

  it('do not reach what every object has', () => {
    expect(fill('{{constructor}} {{__proto__}}', {})).toBe('{{constructor}} {{__proto__}}');
  });

  it('leave out the paragraphs whose variables are empty', () => {
    expect(paragraphs(fill('Un\n{{reason}}\n\nDeux', { reason: '' }))).toEqual(['Un', 'Deux']);
  });

  it('keep a subject on one line', () => {
    expect(fillMail({ subject: 'a {{t}}', title: 't', body: 'b' }, { t: 'x\r\nBcc: y' }).subject).toBe('a x Bcc: y');
  });

  it('name what does not exist and what does not close', () => {
    expect(wordingFaults('{{reference}} {{referrence}}', ['reference'])).toEqual([
      { reason: 'unknown_variable', found: '{{referrence}}' },
    ]);
    expect(wordingFaults('Bonjour {{name, merci', ['name'])[0]?.reason).toBe('broken_braces');
    expect(wordingFaults('Bonjour name}}', ['name'])[0]?.reason).toBe('broken_braces');
    expect(wordingFaults('{ seules }', [])).toEqual([]);
  });

  it('without fault, hold no brace pair once filled with plain values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom('{{a}}', '{{ b }}', '{', '}', '{{', '}}', '{{c}}'), fc.string())),
        (parts) => {
          const text = parts.join('');
          fc.pre(wordingFaults(text, ['a', 'b']).length === 0);
          expect(fill(text, { a: '1', b: '2' })).not.toMatch(/\{\{\s*[a-z]+\s*\}\}/);
        },
      ),
    );
  });
});
