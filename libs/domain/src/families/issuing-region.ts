/** Names of cities and regencies by the four digits that a NIK begins with, those of former codes included. */
export type IssuingRegions = ReadonlyMap<string, string>;

export type IssuingRegionReading =
  { readonly found: 'own' } | { readonly found: 'other'; readonly name: string } | { readonly found: 'unknown' };

/** Digits of a Kemendagri code such as `32.75`, as a NIK has them. */
const digitsOf = (code: string): string => code.replaceAll('.', '').slice(0, 4);

/**
 * Where a NIK was issued: people keep their number when they move, so another city is no fault. A code that no
 * table has, now or before a province was parted, belongs to nobody.
 */
export function readIssuingRegion(nik: string, cityCode: string, regions: IssuingRegions): IssuingRegionReading {
  const region = nik.slice(0, 4);
  if (region === digitsOf(cityCode)) return { found: 'own' };
  const name = regions.get(region);
  return name === undefined ? { found: 'unknown' } : { found: 'other', name };
}
