import type { ListingRow } from '#persistence';

interface Span<Value> {
  value: Value;
  from: string;
  until: string;
}

/**
 * What the lists said from when until when, the newest first: neighbouring lists that say the same are one line. `listings` come
 * newest first; `sameAs` says what is compared.
 */
export function spansOf<Value>(
  listings: readonly ListingRow[],
  valueOf: (row: ListingRow) => Value | undefined,
  sameAs: (value: Value) => string,
): Span<Value>[] {
  const spans: Span<Value>[] = [];
  for (const row of listings) {
    const value = valueOf(row);
    if (value === undefined) continue;
    const last = spans.at(-1);
    if (last !== undefined && sameAs(last.value) === sameAs(value)) last.from = row.periodCode;
    else spans.push({ value, from: row.periodCode, until: row.periodCode });
  }
  return spans;
}
