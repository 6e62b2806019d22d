/** Money is whole rupiah in `bigint`: sen are out of use, and a `number` loses rupiah above 9 quadrillion. */

/** Digits with dots and a true minus, as tables print them: `−75.878`; the unit stands in the header. */
export const formatFigure = (figure: bigint): string => withUnit(figure, '');

/** As offices print it in running text: `Rp200.000`, a true minus sign in front of a debt. */
export const formatRupiah = (amountRupiah: bigint): string => withUnit(amountRupiah, 'Rp');

function withUnit(figure: bigint, unit: string): string {
  const digits = (figure < 0n ? -figure : figure).toString().replace(/\B(?=(\d{3})+$)/g, '.');
  return `${figure < 0n ? '−' : ''}${unit}${digits}`;
}

/** The exact sum; 0 for none. */
export function sumRupiah(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
