import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8');
const block = (selector: string) => {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf('\n}', start));
  return Object.fromEntries([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]])) as Record<
    string,
    string
  >;
};
const light = block(':root');
const dark = block(':root[data-theme="dark"]');
const system = block(':root:not([data-theme="light"])');

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one = '#000000', other = '#000000'): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const cohorts = [1, 2, 3, 4, 5, 6, 7, 8];
const grounds = ['paper', 'raised', 'sunken'];
const texts: [string, string][] = [
  ...['ink', 'ink-soft', 'accent', 'time', 'good', 'bad'].flatMap((text) =>
    grounds.map((ground): [string, string] => [text, ground]),
  ),
  ...['time', 'good', 'bad', 'accent'].map((tone): [string, string] => [tone, `${tone}-soft`]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['ink', 'mark'],
  ...cohorts.flatMap((n): [string, string][] => [
    [`cohort-${n}`, `cohort-${n}-soft`],
    [`cohort-${n}`, 'paper'],
  ]),
];
const lines = ['rule-strong', 'focus', 'time-line', 'good-line', 'bad-line'];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_name, theme) => {
  it.each(texts)('reads %s on %s at 7:1 or more', (text, ground) => {
    expect(contrast(theme[text], theme[ground])).toBeGreaterThanOrEqual(7);
  });
  it.each(lines)('draws %s at 3:1 or more on every ground', (line) => {
    for (const ground of grounds) expect(contrast(theme[line], theme[ground])).toBeGreaterThanOrEqual(3);
  });
});

describe('the system theme', () => {
  it('is the dark theme, value for value', () => {
    expect(system).toEqual(dark);
    expect(Object.keys(dark)).toEqual(Object.keys(light));
  });
});
