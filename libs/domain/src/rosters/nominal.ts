const PLAIN = /^\d+$/;
const DOTTED = /^\d{1,3}(\.\d{3})+(,0{1,2})?$/;
const COMMAED = /^\d{1,3}(,\d{3})+(\.0{1,2})?$/;
const WITH_SEN = /^\d+[.,]0{1,2}$/;

/**
 * Reads an amount as offices write it (`400000`, `400.000`, `Rp400.000,00`, `Rp. 150.000,-`) as whole rupiah.
 * Undefined for anything else, fractions of a rupiah included.
 */
export function parseRupiah(text: string): bigint | undefined {
  const bare = text
    .trim()
    .replace(/^rp\.?\s*/i, '')
    .replace(/,-$/, '')
    .trim();
  if (PLAIN.test(bare)) return BigInt(bare);
  if (DOTTED.test(bare)) return BigInt(bare.replace(/,.*$/, '').replaceAll('.', ''));
  if (COMMAED.test(bare)) return BigInt(bare.replace(/\..*$/, '').replaceAll(',', ''));
  if (WITH_SEN.test(bare)) return BigInt(bare.replace(/[.,].*$/, ''));
  return undefined;
}
