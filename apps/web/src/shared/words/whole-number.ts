/** Digits, or groups of three behind one mark; then, behind a mark that is not theirs, one or two zeros. */
const PLAIN = /^([1-9]\d*)(?:[.,]0{1,2})?$/;
const GROUPED = /^([1-9]\d{0,2}([.,\s])\d{3}(?:\2\d{3})*)(?:(?!\2)[.,]0{1,2})?$/;

/**
 * The digits of a whole number above zero as people write or paste it: `75.878`, `75,878`, `75 878` and `75.878,00` are all
 * 75878. Undefined where it has another reading.
 */
export function wholeNumber(text: string): string | undefined {
  const [, whole] = PLAIN.exec(text) ?? GROUPED.exec(text) ?? [];
  return whole?.replace(/[.,\s]/g, '');
}

/** The same behind an `Rp` that may be there. */
export const wholeRupiah = (text: string): string | undefined => wholeNumber(text.trim().replace(/^Rp\.?\s*/i, ''));
