/** Two letters at most: first and last word, particles skipped; « Jean-Noël de la Tour » → JT. */
export function initials(name: string): string {
  const words = name
    .normalize('NFC')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word) && !/^(de|du|des|la|le|van|von|d’|d')$/iu.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => word?.match(/\p{L}/u)?.[0] ?? '',
  );
  return letters.join('').toLocaleUpperCase('fr');
}
