import { DomainError, type Region } from '#domain';
import { shippedRegions } from '#policies';

/** The kecamatan and kelurahan of a city, as the program ships them. Throws CITY_UNKNOWN where it ships none. */
export function loadCityRegions(cityCode: string): Region[] {
  const regions = shippedRegions().filter(({ code }) => code.startsWith(`${cityCode}.`));
  if (cityCode.length !== 5 || regions.length === 0) {
    throw new DomainError('CITY_UNKNOWN', 'no city of the shipped regions has this code');
  }
  return regions;
}
