/** Money is integer cents. What people type: "20 000", "1 234,56 €", "3500.5". Null when it is no amount. */
export function parseEuros(typed: string): number | null {
  const plain = typed.replace(/[\s\u00A0\u202F€]/g, '').replace(',', '.');
  const found = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!found) return null;
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
}

/** Cents as a field shows them: "20000" or "1234,56". */
export function typedEuros(cents: number): string {
  const whole = Math.trunc(cents / 100);
  const rest = Math.abs(cents % 100);
  return rest === 0 ? String(whole) : `${whole},${String(rest).padStart(2, '0')}`;
}

/** A part of an amount, half a cent rounded up. */
export const percentOf = (cents: number, percent: number): number => Math.round((cents * percent) / 100);
