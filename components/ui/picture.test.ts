import { describe, expect, it } from 'vitest';
import { drawPicture, hash } from './picture';
import { type Motif, motifs } from './picture-motifs';

const slugs = Array.from({ length: 60 }, (_, i) => `defi-${i}`);

describe('the picture drawn from a slug', () => {
  it('is the same for the same words and another for others', () => {
    expect(drawPicture('brigade-numerique', ['police'])).toEqual(drawPicture('brigade-numerique', ['police']));
    expect(drawPicture('brigade-numerique')).not.toEqual(drawPicture('predisauvetage'));
    expect(hash('a')).toBe(3826002220);
  });
  it('takes its motif from the two of its first theme', () => {
    const seen = new Set(slugs.map((slug) => drawPicture(slug, ['santé', slug]).motif));
    expect(seen.size).toBe(2);
  });
  it('uses every motif over many slugs', () => {
    const seen = new Set<Motif>(slugs.map((slug) => drawPicture(slug).motif));
    expect([...seen].sort()).toEqual(Object.keys(motifs).sort());
  });
  it('writes valid paths, light enough for a list of fifty', () => {
    for (const slug of slugs) {
      const { ink, line, paper } = drawPicture(slug);
      expect(`${ink}${line}${paper}`).not.toMatch(/NaN|undefined/);
      expect(`${ink}${line}${paper}`.length).toBeLessThan(9000);
      expect(ink.length).toBeGreaterThan(0);
    }
  });
});
