/** Names of entries of an archive: readable, and safe to unpack on any system. */
const FORBIDDEN = /[\p{Cc}\p{Cf}<>:"/\\|?*]/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LONGEST = 80;

/** One step of a path: never empty, never `..`, no sign that some system refuses; its ending is kept when it is cut. */
export function entryName(text: string, otherwise = 'sans-nom'): string {
  const clean = text
    .normalize('NFC')
    .toWellFormed()
    .replace(FORBIDDEN, ' ')
    .replace(/\.{2,}/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  const short =
    clean.length > LONGEST
      ? `${[...clean]
          .slice(0, LONGEST - ending.length)
          .join('')
          .trim()}${ending}`
      : clean;
  if (short === '' || /^\.+$/.test(short)) return otherwise;
  return RESERVED.test(short) ? `_${short}` : short;
}

/** The name, numbered when another entry already has it (systems that ignore case included). */
export function freeEntry(path: string, taken: Set<string>): string {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(path)?.[0] ?? '';
  const base = ending ? path.slice(0, -ending.length) : path;
  for (let number = 1; ; number++) {
    const name = number === 1 ? path : `${base} (${number})${ending}`;
    const key = name.toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return name;
  }
}
