/** A line of the region table: Kemendagri code, name, and the code of what it lies in. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly parent: string;
}

export type KelurahanMatch =
  | { readonly found: 'kelurahan'; readonly code: string }
  | { readonly found: 'other-kecamatan'; readonly code: string; readonly kecamatanName: string }
  | { readonly found: 'kecamatan-only'; readonly kecamatanName: string }
  | { readonly found: 'nothing' };

export interface KelurahanLookup {
  /** Finds a kelurahan of this city by the names somebody wrote. */
  find(kecamatan: string, kelurahan: string): KelurahanMatch;
}

const PREFIX = /^(kelurahan|kel|kecamatan|kec)[.\s]+/;

/**
 * Names are compared without case, spaces, marks and the words *Kelurahan* and *Kecamatan*: the region table writes
 * "Bekasijaya" and "Medansatria", papers write "Bekasi Jaya" and "Kec. Medan Satria".
 */
export function normalisePlaceName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .trim()
    .replace(PREFIX, '')
    .replace(/[^a-z0-9]/g, '');
}

/**
 * Builds the lookup for one city from its region rows. A kelurahan named under another kecamatan is found only when
 * its name occurs once in the city, for otherwise there would be two families' desks to choose from.
 */
export function buildKelurahanLookup(cityCode: string, regions: Iterable<Region>): KelurahanLookup {
  const kecamatanByName = new Map<string, Region>();
  const kelurahanByPlace = new Map<string, Region>();
  const kelurahanByName = new Map<string, Region[]>();
  const nameByCode = new Map<string, string>();
  for (const region of regions) {
    const name = normalisePlaceName(region.name);
    nameByCode.set(region.code, region.name);
    if (region.parent === cityCode) kecamatanByName.set(name, region);
    else if (region.parent.startsWith(`${cityCode}.`)) {
      kelurahanByPlace.set(`${region.parent}|${name}`, region);
      kelurahanByName.set(name, [...(kelurahanByName.get(name) ?? []), region]);
    }
  }
  return {
    find(kecamatanText, kelurahanText) {
      const kecamatan = kecamatanByName.get(normalisePlaceName(kecamatanText));
      const name = normalisePlaceName(kelurahanText);
      const here = kecamatan && kelurahanByPlace.get(`${kecamatan.code}|${name}`);
      if (here) return { found: 'kelurahan', code: here.code };
      const [elsewhere, second] = kelurahanByName.get(name) ?? [];
      if (elsewhere && !second) {
        const kecamatanName = nameByCode.get(elsewhere.parent) ?? '';
        return { found: 'other-kecamatan', code: elsewhere.code, kecamatanName };
      }
      return kecamatan ? { found: 'kecamatan-only', kecamatanName: kecamatan.name } : { found: 'nothing' };
    },
  };
}
