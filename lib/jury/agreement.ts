/**
 * Krippendorff's alpha: 1 when the jurors agree wherever they marked the same file, 0 when they do no better than
 * chance, below when they oppose. Files may have any number of marks; those with one say nothing and are left out.
 * Marks on a scale of words ask for `ordinal`, plain numbers for `interval`. K. Krippendorff, Content Analysis, ch. 12.
 * Null when nothing can be said: fewer than two comparable marks, or one value everywhere.
 */
export function krippendorffAlpha(
  marksByFile: readonly (readonly number[])[],
  metric: 'ordinal' | 'interval',
): number | null {
  const units = marksByFile.filter((marks) => marks.length > 1);
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  if (values.length < 2) return null;
  const at = new Map(values.map((value, index) => [value, index]));
  const size = values.length;
  const coincidences = new Float64Array(size * size);
  for (const marks of units)
    marks.forEach((one, i) => {
      marks.forEach((other, j) => {
        if (i !== j) coincidences[at.get(one)! * size + at.get(other)!]! += 1 / (marks.length - 1);
      });
    });
  const times = values.map((_, c) =>
    coincidences.slice(c * size, (c + 1) * size).reduce((sum, count) => sum + count, 0),
  );
  const total = times.reduce((sum, count) => sum + count, 0);
  const before = times.map((_, c) => times.slice(0, c).reduce((sum, count) => sum + count, 0));
  const distance = (c: number, k: number) =>
    metric === 'interval' ? values[c]! - values[k]! : before[c]! + times[c]! / 2 - before[k]! - times[k]! / 2;
  let [observed, expected] = [0, 0];
  for (let c = 0; c < size; c++)
    for (let k = 0; k < size; k++) {
      observed += coincidences[c * size + k]! * distance(c, k) ** 2;
      expected += times[c]! * times[k]! * distance(c, k) ** 2;
    }
  return 1 - ((total - 1) * observed) / expected;
}
