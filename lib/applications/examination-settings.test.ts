import { describe, expect, it } from 'vitest';
import { DEFAULT_CRITERIA, readPoints, settingsOf, writePoints } from './examination-settings';

describe('what a call checks and marks', () => {
  it('is written one a line in both languages and read back the same', () => {
    expect(readPoints(writePoints(DEFAULT_CRITERIA), DEFAULT_CRITERIA)).toEqual(DEFAULT_CRITERIA);
  });

  it('keeps the identifier of a criterion whose words are mended, so that its marks stay', () => {
    const before = readPoints('Besoin\nEngagement', []);
    const after = readPoints('Engagement | Commitment\n\nUn besoin réel', before);
    expect(after[0]).toEqual({ id: before[1]?.id, fr: 'Engagement', en: 'Commitment' });
    expect(new Set(after.map(({ id }) => id)).size).toBe(2);
  });

  it('has usual criteria before anyone sets it, and survives what cannot be read', () => {
    expect(settingsOf(null).criteria).toEqual(DEFAULT_CRITERIA);
    expect(settingsOf({ points: 'x', criteria: [{}], scale: 5, version: 2 })).toEqual({
      points: [],
      criteria: [],
      scale: 5,
      version: 2,
    });
  });
});
