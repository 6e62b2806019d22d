const WHOLE_RUPIAH = /^(\d{1,18})(\.0{1,5})?$/;

/** Reads an ISO 20022 amount as whole rupiah; undefined for sen, signs and anything else. `200000` is `200000.00`. */
export function parseAmount(text: string): bigint | undefined {
  const whole = WHOLE_RUPIAH.exec(text.trim())?.[1];
  return whole === undefined ? undefined : BigInt(whole);
}

/** Writes whole rupiah with two decimals, as Indonesian banks' interfaces do. */
export function formatAmount(amountRupiah: bigint): string {
  return `${amountRupiah}.00`;
}
