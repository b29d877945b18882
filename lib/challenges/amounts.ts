/** A key figure as a number when it is one ("1288", "20 000 000"), for the reader's own thousands; otherwise as written. */
export function amountOf(figure: { amount: string | number }): number | string {
  if (typeof figure.amount === 'number') return figure.amount;
  const plain = figure.amount.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : figure.amount;
}
