/** The pages worth a link: first, last, and the neighbours; `null` marks a gap of two pages or more. */
export function pageNumbers(page: number, last: number): (number | null)[] {
  const wanted = new Set([1, last, page - 1, page, page + 1].filter((n) => n >= 1 && n <= last));
  const sorted = [...wanted].sort((a, b) => a - b);
  return sorted.flatMap((n, index) => {
    const gap = n - (sorted[index - 1] ?? n - 1);
    return gap === 1 ? [n] : gap === 2 ? [n - 1, n] : [null, n];
  });
}
