/**
 * What someone typed as a PostgreSQL text-search query: every word has to be there, in any order and from its beginning;
 * "words in quotation marks" follow one another. Empty when there is nothing to look for.
 */
export function wordQuery(typed: string): string {
  const parts = typed.normalize('NFC').match(/"[^"]*"|«[^»]*»|[^\s"«»]+/g) ?? [];
  return parts
    .slice(0, 10)
    .map((part) => {
      const phrase = /^["«]/.test(part);
      const words = part.replace(/["«»\\\0]/g, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.-]*/gu) ?? [];
      return words.map((word) => (phrase ? `'${word}'` : `'${word}':*`)).join(phrase ? ' <-> ' : ' & ');
    })
    .filter(Boolean)
    .join(' & ');
}
