import fc from 'fast-check';
import { ROLE_NAMES, ROLES } from '../role.js';
import { nameOffices, officesOfCity, type StandingOffice } from './city-offices.js';

const region = (code: string, name: string) => ({
  code,
  name,
  parent: code.slice(0, Math.max(code.lastIndexOf('.'), 0)),
});
const DEPOK = [
  region('32', 'Jawa Barat'),
  region('32.76', 'Kota Depok'),
  region('32.76.02', 'Cimanggis'),
  region('32.76.02.1008', 'Curug'),
  region('32.76.11', 'Bojongsari'),
  region('32.76.11.1005', 'Curug'),
];
const standing = (office: Partial<StandingOffice>): StandingOffice => ({
  ...{ name: 'Another', kind: 'kelurahan', territoryCode: '32.75.01.1001', posts: [] },
  ...office,
});
const namesOf = (regions = DEPOK, already: readonly StandingOffice[] = [], city = '32.76') =>
  nameOffices(officesOfCity(city, regions), already).map(({ name }) => name);

test('every post below the nation that a period needs has one office in each of its places', () => {
  const offices = officesOfCity('32.76', DEPOK);
  // A period runs without volunteers and companions; who has them enters them.
  const posts = ROLE_NAMES.filter((role) => ROLES[role] !== 'nation' && role !== 'psm' && role !== 'pkh_companion');
  expect(new Set(offices.flatMap((office) => office.posts))).toEqual(new Set(posts));
  for (const { kind, posts: held } of offices) for (const role of held) expect(ROLES[role]).toBe(kind);
});

test('names are those of the places, longer where the country or the city has another of the name', () => {
  expect(namesOf()).toEqual([
    'Dinas Sosial Provinsi Jawa Barat',
    'Dinas Sosial Kota Depok',
    'Wali Kota (Kota Depok)',
    'Kecamatan Cimanggis',
    'Kelurahan Curug',
    'Kecamatan Bojongsari',
    'Kelurahan Curug, Bojongsari',
  ]);
  const elsewhere = ['Kelurahan Curug', 'Kelurahan Curug, Bojongsari', 'Kecamatan Cimanggis'].map((name) =>
    standing({ name }),
  );
  expect(namesOf(DEPOK, elsewhere).slice(3)).toEqual([
    'Kecamatan Cimanggis, Kota Depok',
    'Kelurahan Curug, Cimanggis',
    'Kecamatan Bojongsari',
    'Kelurahan Curug, Bojongsari, Kota Depok',
  ]);
});

test('a regency has a bupati and its desa, Papua its distrik and kampung', () => {
  const papua = [
    region('91', 'Papua'),
    region('91.03', 'Kabupaten Jayapura'),
    region('91.03.01', 'Sentani'),
    region('91.03.01.1001', 'Sentani Kota'),
    region('91.03.01.2002', 'Yahim'),
    region('91.03.01.3007', 'Desa Adat Yoboi'),
  ];
  expect(namesOf(papua, [], '91.03').slice(2)).toEqual([
    'Bupati (Kabupaten Jayapura)',
    'Distrik Sentani',
    'Kelurahan Sentani Kota',
    'Desa Yahim',
    'Desa Adat Yoboi',
  ]);
});

test('what stands is kept under the name that it has', () => {
  const found = nameOffices(officesOfCity('32.76', DEPOK), [
    standing({ name: 'Kantor Lurah Curug', territoryCode: '32.76.02.1008' }),
    standing({ name: 'Dinsos Depok', kind: 'city', territoryCode: '32.76', posts: ['dinsos_head'] }),
  ]);
  const kept = found.filter(({ isNew }) => !isNew).map(({ name, vacant }) => [name, vacant]);
  expect(kept).toEqual([
    ['Dinsos Depok', ['dinsos_operator']],
    ['Kantor Lurah Curug', ['lurah', 'kelurahan_operator']],
  ]);
});

test('however places are called, no two offices share a name, and a second time there is nothing new', () => {
  const word = fc.constantFrom('Curug', 'Beji', 'Desa Adat Yoboi', 'Kota');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, fc.array(word, { maxLength: 4 })), { maxLength: 4 }),
      word,
      (places, elsewhere) => {
        const regions = places.flatMap(([kecamatan, below], k) => [
          region(`32.76.0${k + 1}`, kecamatan),
          ...below.map((name, at) => region(`32.76.0${k + 1}.${at % 2 === 0 ? 1 : 2}00${at + 1}`, name)),
        ]);
        const planned = officesOfCity('32.76', [...DEPOK.slice(0, 2), ...regions]);
        const already = [standing({ name: `Kelurahan ${elsewhere}` }), standing({ name: `Kecamatan ${elsewhere}` })];
        const first = nameOffices(planned, already);
        expect(first).toHaveLength(3 + regions.length);
        const names = [...already.map(({ name }) => name), ...first.map(({ name }) => name)];
        expect(new Set(names).size).toBe(names.length);
        const second = nameOffices(planned, [...already, ...first.map((office) => ({ ...office, posts: [] }))]);
        expect(second.map(({ name, isNew }) => [name, isNew])).toEqual(first.map(({ name }) => [name, false]));
      },
    ),
  );
});
