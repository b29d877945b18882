import { expect, it } from 'vitest';
import { pdf } from '@/lib/pdf';

it('makes a tagged PDF in its language, and takes what people typed as text', () => {
  const made = pdf('= #data.title\n#data.text', {
    lang: 'fr',
    title: 'Accusé de réception',
    text: '#panic("x") *a* $b$ ) ]',
  });
  const raw = made.toString('latin1');
  expect(raw.slice(0, 5)).toBe('%PDF-');
  expect(raw).toContain('/MarkInfo');
  expect(raw).toContain('/Lang');
  expect(raw).toContain('pdfuaid');
});

it('puts a box for what no font can draw, and leaves out what PDF/UA forbids', () => {
  const text = 'Une équipe 👩🏽\u200D🚒 \u{1F3F3}\uFE0F motivée \uFEFF\u202Eici\uFFFE\0';
  const made = pdf('= #data.title\n#data.text', { lang: 'fr', title: 'Équipe 🚒', text });
  expect(made.subarray(0, 5).toString()).toBe('%PDF-');
});
