/** Money is whole rupiah in `bigint`: sen are out of use, and a `number` loses rupiah above 9 quadrillion. */

/** As offices print it in running text: `Rp200.000`, a true minus sign in front of a debt. */
export function formatRupiah(amountRupiah: bigint): string {
  const digits = (amountRupiah < 0n ? -amountRupiah : amountRupiah).toString().replace(/\B(?=(\d{3})+$)/g, '.');
  return `${amountRupiah < 0n ? '−' : ''}Rp${digits}`;
}

/** The exact sum; 0 for none. */
export function sumRupiah(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
