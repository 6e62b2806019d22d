import type { EntityManager } from 'typeorm';
import { DomainError, nameOffices, type OfficeOfCity, officesOfCity } from '#domain';
import { AppointmentRepository, AuditRepository, OfficeListRepository, ReferenceRepository } from '#persistence';

/**
 * Opens the offices that a city needs for a period (Dinsos, mayor or bupati, kecamatan, kelurahan and desa, and the coordinator's
 * of its province) with their posts, all of them vacant; offices that stand are left as they are. Answers every office, new or not.
 * A repeat opens nothing. Throws CITY_UNKNOWN for a code of no city, REGIONS_MISSING while nothing below it is loaded.
 */
export async function openCityOffices(manager: EntityManager, cityCode: string): Promise<readonly OfficeOfCity[]> {
  const regions = await new ReferenceRepository(manager).regionsOfCity(cityCode);
  if (!regions.some(({ code, level }) => code === cityCode && level === 'city')) {
    throw new DomainError('CITY_UNKNOWN', 'no city has this code', { value: cityCode });
  }
  if (!regions.some(({ level }) => level === 'kelurahan')) {
    throw new DomainError('REGIONS_MISSING', 'nothing below this city is loaded', { value: cityCode });
  }
  await new AppointmentRepository(manager).lockRegister();
  const planned = officesOfCity(
    cityCode,
    regions.map(({ code, name, parentCode }) => ({ code, name, parent: parentCode ?? '' })),
  );
  const list = new OfficeListRepository(manager);
  const places = planned.map(({ territoryCode }) => territoryCode);
  const standing = await list.standing(
    places,
    planned.flatMap(({ names }) => names),
  );
  const offices = nameOffices(planned, standing);
  const opened = offices.filter(({ isNew }) => isNew);
  if (opened.length === 0) return offices;
  await list.addAll(opened);
  await new AuditRepository(manager).note({
    ...{ action: 'offices.opened', subjectType: 'organisation', subjectId: cityCode, territoryCode: cityCode },
    details: { offices: opened.length, by: 'console' },
  });
  return offices;
}
