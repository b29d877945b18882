// Puts French spaces and apostrophes in messages/fr: U+202F before ; ! ?, U+00A0 before : and inside « ».
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '..', 'messages', 'fr');

const typeset = (text) =>
  text
    .replace(/(\p{L})'(?=\p{L})/gu, '$1’')
    .replace(/[ \u00A0]([;!?])/g, '\u202F$1')
    .replace(/[ \u202F]:(?=\s|$)/g, '\u00A0:')
    .replace(/«[ \u202F\u00A0]*/g, '«\u00A0')
    .replace(/[ \u202F\u00A0]*»/g, '\u00A0»');

const walk = (value) =>
  typeof value === 'string'
    ? typeset(value)
    : Array.isArray(value)
      ? value.map(walk)
      : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));

for (const file of readdirSync(folder)) {
  const place = path.join(folder, file);
  const before = JSON.parse(readFileSync(place, 'utf8'));
  const after = walk(before);
  if (JSON.stringify(before) !== JSON.stringify(after)) writeFileSync(place, `${JSON.stringify(after, null, 2)}\n`);
}
