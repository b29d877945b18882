import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import formatMessage from './format-message';
import { loadMessages } from './messages';

const ARGUMENT = /\{\s*(\w+)/g;
const TAG = /<(\w+)>/g;

/** Every text under a namespace, by its path. */
function* texts(node: unknown, path: string): Generator<[string, string]> {
  if (typeof node === 'string') yield [path, node];
  else if (typeof node === 'object' && node !== null && !Array.isArray(node))
    for (const [key, child] of Object.entries(node)) yield* texts(child, path ? `${path}.${key}` : key);
}

// The library's own way is the reference: what the built application says must be the same to the letter.
test.each(['fr', 'en'] as const)('says every message of « %s » as the library does', async (locale) => {
  const messages = await loadMessages(locale);
  const t = createTranslator({
    locale,
    messages: messages as never,
    timeZone: 'Europe/Paris',
    onError: () => {},
    getMessageFallback: () => 'FAULT',
  });
  let said = 0;
  for (const [path, message] of texts(messages, '')) {
    for (const number of [0, 1, 2, 1_234.5]) {
      const values: Record<string, unknown> = {};
      for (const [, name] of message.matchAll(ARGUMENT)) if (name) values[name] = number;
      for (const [, name] of message.matchAll(TAG)) if (name) values[name] = (chunks: unknown) => `[${chunks}]`;
      const expected = t.markup(path as never, values as never);
      if (expected === 'FAULT') continue;
      const found = formatMessage(path, message, values as never, { locale, timeZone: 'Europe/Paris' });
      expect([path, found]).toEqual([path, expected]);
      said++;
    }
  }
  expect(said).toBeGreaterThan(10_000);
});
