import type { OfficeOfCity, Role } from '#domain';
import type { NewOfficer } from '#persistence';

export type DemoOfficer = Omit<NewOfficer, 'passwordHash' | 'validFrom' | 'isDemo'>;

const MINISTRY = 'Kementerian Sosial';
const nation = (name: string) => ({ name, level: 'nation', territoryCode: 'ID' }) as const;

/** Made-up office holders of the ministry, its bank and its inspectorate. */
export const NATIONAL_OFFICERS: readonly DemoOfficer[] = [
  { username: 'program', fullName: 'Petugas Program', role: 'programme_officer', office: nation(MINISTRY) },
  { username: 'ppk', fullName: 'PPK', role: 'ppk', office: nation(MINISTRY) },
  { username: 'kpa', fullName: 'KPA', role: 'kpa', office: nation(MINISTRY) },
  { username: 'bendahara', fullName: 'Bendahara', role: 'treasurer', office: nation(MINISTRY) },
  {
    username: 'bank',
    fullName: 'Petugas Bank',
    role: 'bank_officer',
    office: { ...nation('Bank Penyalur'), kind: 'bank' },
  },
  { username: 'operator', fullName: 'Operator Sistem', role: 'operator', office: nation('Operasi Amanah') },
  { username: 'auditor', fullName: 'Auditor', role: 'auditor', office: nation('Inspektorat Jenderal') },
];

const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
const digitsOf = (code: string): string => code.replaceAll('.', '');

/** What people of a post are called, and their username before the name of a kecamatan or kelurahan. */
const POSTS: Readonly<Partial<Record<Role, readonly [username: string, title: string]>>> = {
  province_observer: ['provinsi', 'Koordinator Provinsi'],
  dinsos_operator: ['dinsos.operator', 'Operator Dinsos'],
  dinsos_head: ['dinsos.kepala', 'Kepala Dinsos'],
  mayor: ['walikota', 'Wali Kota'],
  camat: ['camat', 'Camat'],
  tksk: ['tksk', 'TKSK'],
  lurah: ['lurah', 'Lurah'],
  kelurahan_operator: ['operator', 'Operator Kelurahan'],
};

/** Kota Depok has a Wali Kota Depok, Kabupaten Bogor a Bupati Bogor. */
const mayorOf = (city: string): string =>
  city.startsWith('Kabupaten ') ? city.replace('Kabupaten', 'Bupati') : `Wali ${city}`;

/**
 * Made-up holders of every vacant post in these offices of one city: offices are real, nobody is a person. In the first city of a
 * sandbox names are short (`dinsos.kepala`, `lurah.kranji`), in others they end in its code (`dinsos.kepala.3276`); a place whose
 * name another one has in the same city has its own code instead.
 */
export function demoOfficers(offices: readonly OfficeOfCity[], cityCode: string, isFirst: boolean): DemoOfficer[] {
  const count = new Map<string, number>();
  const kindAndSlug = ({ kind, place }: OfficeOfCity): string => `${kind} ${slug(place)}`;
  for (const office of offices) count.set(kindAndSlug(office), (count.get(kindAndSlug(office)) ?? 0) + 1);
  const ending = (office: OfficeOfCity): string => {
    const isAlone = office.kind === 'city' || count.get(kindAndSlug(office)) === 1;
    if (!isAlone) return `.${digitsOf(office.territoryCode)}`;
    const ownCode = office.kind === 'province' ? office.territoryCode : cityCode;
    return isFirst ? '' : `.${digitsOf(ownCode)}`;
  };
  return offices.flatMap((office) =>
    office.vacant.map((role): DemoOfficer => {
      const { kind, place, name, territoryCode } = office;
      const [username, title] = POSTS[role] ?? [role, role];
      const isOfPlace = kind === 'kecamatan' || kind === 'kelurahan';
      return {
        role,
        username: `${username}${isOfPlace ? `.${slug(place)}` : ''}${ending(office)}`,
        fullName: role === 'mayor' ? mayorOf(place) : `${title} ${place}`,
        office: { name, level: kind as 'city', territoryCode },
      };
    }),
  );
}
