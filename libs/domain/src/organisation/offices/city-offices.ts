import type { Region } from '../../rosters/kelurahan-lookup.js';
import { levelOf, territoryAt } from '../../territories/territory.js';
import type { Role } from '../role.js';
import type { OfficeKind } from './office-kind.js';

/** An office that a city needs, with the posts in it. */
export interface PlannedOffice {
  readonly kind: OfficeKind;
  readonly territoryCode: string;
  /** Of the place, such as `Beji`. */
  readonly place: string;
  readonly posts: readonly Role[];
  /** What it may be called, shortest first: names of offices are unique in the country, names of places are not. */
  readonly names: readonly string[];
}

/** An office that the register has already. */
export interface StandingOffice {
  readonly name: string;
  readonly kind: OfficeKind;
  readonly territoryCode: string;
  /** Roles that anybody has held there. */
  readonly posts: readonly Role[];
}

export interface OfficeOfCity extends Omit<PlannedOffice, 'names'> {
  readonly name: string;
  readonly isNew: boolean;
  /** Posts that nobody has had yet. */
  readonly vacant: readonly Role[];
}

/** Provinces of Papua: their kecamatan are called distrik (UU 2/2021). */
const PAPUA = /^9[1-6]\b/;

/** Of the fourth part of a code: 1 is a kelurahan, 2 a desa, 3 a desa adat, whose name often says so itself. */
function seatOf({ code, name }: Region): string {
  if (levelOf(code) === 'kecamatan') return `${PAPUA.test(code) ? 'Distrik' : 'Kecamatan'} ${name}`;
  if (territoryAt(code, 'kelurahan').charAt(9) === '1') return `Kelurahan ${name}`;
  return /^(desa|kampung)\b/i.test(name) ? name : `Desa ${name}`;
}

/** Above the places: Dinsos, whose head accepts and endorses, and the mayor's or bupati's office, which endorses. */
function above(city: Region, province: Region): PlannedOffice[] {
  const of = { kind: 'city', territoryCode: city.code, place: city.name } as const;
  const head = /^kabupaten\b/i.test(city.name) ? 'Bupati' : 'Wali Kota';
  return [
    {
      ...{ kind: 'province', territoryCode: province.code, place: province.name, posts: ['province_observer'] },
      names: [`Dinas Sosial Provinsi ${province.name}`],
    },
    { ...of, posts: ['dinsos_operator', 'dinsos_head'], names: [`Dinas Sosial ${city.name}`] },
    { ...of, posts: ['mayor'], names: [`${head} (${city.name})`] },
  ];
}

function within(region: Region, names: ReadonlyMap<string, string>): PlannedOffice {
  const level = levelOf(region.code) as 'kecamatan' | 'kelurahan';
  const seat = seatOf(region);
  const kecamatan = level === 'kelurahan' ? [names.get(territoryAt(region.code, 'kecamatan')) ?? ''] : [];
  const city = names.get(territoryAt(region.code, 'city')) ?? '';
  return {
    ...{ kind: level, territoryCode: region.code, place: region.name },
    posts: level === 'kecamatan' ? ['camat', 'tksk'] : ['lurah', 'kelurahan_operator'],
    names: [
      seat,
      ...kecamatan.map((name) => `${seat}, ${name}`),
      [seat, ...kecamatan, city].join(', '),
      `${seat} (${region.code})`,
    ],
  };
}

/**
 * The offices and posts without which a city cannot run a period, from the coordinator of its province down to the operators
 * of its kelurahan and desa. `regions` are the province, the city and everything below it.
 */
export function officesOfCity(cityCode: string, regions: readonly Region[]): PlannedOffice[] {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const city = byCode.get(cityCode);
  const province = byCode.get(territoryAt(cityCode, 'province'));
  if (city === undefined || province === undefined) return [];
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  const below = regions
    .filter(({ code }) => code.startsWith(`${cityCode}.`))
    .toSorted((left, right) => (left.code < right.code ? -1 : 1));
  return [...above(city, province), ...below.map((region) => within(region, names))];
}

/**
 * Which planned offices stand already and what the others are called. An office stands that has one of its names or one of its
 * posts at its place; below the city, any of its kind does. `standing` are all that are at these places or have one of the names.
 */
export function nameOffices(planned: readonly PlannedOffice[], standing: readonly StandingOffice[]): OfficeOfCity[] {
  const taken = new Set(standing.map(({ name }) => name));
  const byPlace = new Map<string, StandingOffice[]>();
  for (const office of standing) {
    byPlace.set(office.territoryCode, [...(byPlace.get(office.territoryCode) ?? []), office]);
  }
  return planned.map(({ names, ...office }) => {
    const isThere = ({ kind, name, posts }: StandingOffice): boolean =>
      kind === office.kind &&
      (!['city', 'province'].includes(kind) ||
        names.includes(name) ||
        posts.some((post) => office.posts.includes(post)));
    const found = byPlace.get(office.territoryCode)?.find(isThere);
    if (found !== undefined) {
      const vacant = office.posts.filter((post) => !found.posts.includes(post));
      return { ...office, name: found.name, isNew: false, vacant };
    }
    const name = names.find((one) => !taken.has(one)) ?? `${names[0] ?? ''} (${office.territoryCode})`;
    taken.add(name);
    return { ...office, name, isNew: true, vacant: office.posts };
  });
}
