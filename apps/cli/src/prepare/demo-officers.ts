import type { NewOfficer, TerritoryRow } from '#persistence';

type DemoOfficer = Omit<NewOfficer, 'passwordHash' | 'validFrom' | 'isDemo'>;

const MINISTRY = 'Kementerian Sosial';
const nation = (name: string) => ({ name, level: 'nation', territoryCode: 'ID' }) as const;

const NATIONAL: readonly DemoOfficer[] = [
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

const above = ({ code, name }: TerritoryRow): DemoOfficer[] => [
  {
    username: 'provinsi',
    fullName: `Koordinator Provinsi`,
    role: 'province_observer',
    office: { name: `Dinas Sosial Provinsi ${code.slice(0, 2)}`, level: 'province', territoryCode: code.slice(0, 2) },
  },
  {
    username: 'dinsos.operator',
    fullName: `Operator Dinsos ${name}`,
    role: 'dinsos_operator',
    office: { name: `Dinas Sosial ${name}`, level: 'city', territoryCode: code },
  },
  {
    username: 'dinsos.kepala',
    fullName: `Kepala Dinsos ${name}`,
    role: 'dinsos_head',
    office: { name: `Dinas Sosial ${name}`, level: 'city', territoryCode: code },
  },
  {
    username: 'walikota',
    fullName: `Wali Kota`,
    role: 'mayor',
    office: { name: `Wali Kota (${name})`, level: 'city', territoryCode: code },
  },
];

const inKecamatan = ({ code, name }: TerritoryRow): DemoOfficer[] => {
  const office = { name: `Kecamatan ${name}`, level: 'kecamatan', territoryCode: code } as const;
  return [
    { username: `camat.${slug(name)}`, fullName: `Camat ${name}`, role: 'camat', office },
    { username: `tksk.${slug(name)}`, fullName: `TKSK ${name}`, role: 'tksk', office },
  ];
};

const inKelurahan = ({ code, name }: TerritoryRow): DemoOfficer[] => {
  const office = { name: `Kelurahan ${name}`, level: 'kelurahan', territoryCode: code } as const;
  return [
    { username: `lurah.${slug(name)}`, fullName: `Lurah ${name}`, role: 'lurah', office },
    {
      username: `operator.${slug(name)}`,
      fullName: `Operator Kelurahan ${name}`,
      role: 'kelurahan_operator',
      office,
    },
  ];
};

/** Made-up office holders for every role of one city: offices are real, nobody is a person. */
export function demoOfficers(territories: readonly TerritoryRow[]): DemoOfficer[] {
  return [
    ...NATIONAL,
    ...territories.flatMap((territory) => {
      if (territory.level === 'city') return above(territory);
      return territory.level === 'kecamatan' ? inKecamatan(territory) : inKelurahan(territory);
    }),
  ];
}
