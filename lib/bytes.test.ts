import { expect, it } from 'vitest';
import { bytesText } from '@/lib/bytes';

it('sizes are written in thousands, with the reader’s comma', () => {
  const plain = (size: number, locale: string) => bytesText(size, locale).replace(/[\u202f\u00a0]/g, ' ');
  expect(plain(0, 'fr')).toBe('0 o');
  expect(plain(1_234_567, 'fr')).toBe('1,2 Mo');
  expect(plain(999_999, 'en')).toBe('1,000 kB');
  expect(plain(12_300_000_000, 'en')).toBe('12.3 GB');
});
