import { blankRosterCells, type RosterColumn } from '#domain';
import type { KelurahanShare } from './allocate.js';
import type { Random } from './random.js';
import { BIRTH_PLACES, MEN, SECOND_NAMES, SECOND_NAMES_OF_MEN, STREETS, WOMEN } from './words.js';

/** Serial numbers from 9001 up: civil registries begin at 0001, so a made-up number shows. */
const FIRST_SERIAL = 9001;
const SERIALS = 999;
const SHARE_OF_WOMEN = 0.88;
const CLOSED_UP = /(?<=[A-Z]{4})(JAYA|BARU|MULYA|SETIA|SAMPURNA|SATRIA|SARI|MAKMUR|ASIH|UDIK|BATU)$/;

/** Numbers given out so far, so that no two families share one. */
export class Registry {
  private readonly used = new Set<number>();
  private accounts = 0;

  /** Accounts are numbered up from `accountsFrom`: cities that have lists at the same time begin elsewhere. */
  constructor(private readonly accountsFrom: number) {}

  /** A number of 16 digits: region, a date as written, and a free serial that does not end in 0. */
  take(regionDigits: string, dateDigits: string, random: Random): string {
    const start = random.between(0, SERIALS - 1);
    for (let step = 0; step < SERIALS; step += 1) {
      const serial = FIRST_SERIAL + ((start + step) % SERIALS);
      const number = `${regionDigits}${dateDigits}${serial}`;
      if (serial % 10 === 0 || this.used.has(Number(number))) continue;
      this.used.add(Number(number));
      return number;
    }
    throw new RangeError('more families of one birthday than serial numbers');
  }

  nextAccount(): string {
    this.accounts += 1;
    return String(this.accountsFrom + this.accounts);
  }
}

export type FamilyCells = Record<RosterColumn, string>;

const two = (value: number): string => String(value).padStart(2, '0');
const three = (value: number): string => String(value).padStart(3, '0');

function person(random: Random, regionDigits: string, registry: Registry): Partial<FamilyCells> {
  const isWoman = random.next() < SHARE_OF_WOMEN;
  const day = random.between(1, 28);
  const month = random.between(1, 12);
  const year = random.between(1945, 2002);
  const dateDigits = `${two(day + (isWoman ? 40 : 0))}${two(month)}${two(year % 100)}`;
  const given = isWoman ? random.pick(WOMEN) : random.pick(MEN);
  return {
    NIK: registry.take(regionDigits, dateDigits, random),
    'NAMA LENGKAP': `${given} ${isWoman ? random.pick(SECOND_NAMES) : random.pick(SECOND_NAMES_OF_MEN)}`,
    'TEMPAT LAHIR': random.pick(BIRTH_PLACES),
    'TANGGAL LAHIR': `${two(day)}/${two(month)}/${year}`,
    'NAMA IBU KANDUNG': `${random.pick(WOMEN)} ${random.pick(SECOND_NAMES)}`,
  };
}

/** Names as papers write them: capitals, and closed-up names now and then with the space people expect. */
function writtenName(name: string, random: Random): string {
  const capitals = name.toUpperCase();
  return random.next() < 0.3 ? capitals.replace(CLOSED_UP, ' $1') : capitals;
}

/** A family without fault, paid for January and February 2023. Made up from word lists. */
export function makeFamily(random: Random, place: KelurahanShare, registry: Registry): FamilyCells {
  const regionDigits = place.kecamatan.code.replaceAll('.', '');
  const cardDate = `${two(random.between(1, 28))}${two(random.between(1, 12))}${two(random.between(8, 22))}`;
  return {
    ...blankRosterCells(),
    ...person(random, regionDigits, registry),
    'TAHUN KEPESERTAAN': String(random.between(2018, 2022)),
    NKK: registry.take(regionDigits, cardDate, random),
    ALAMAT: `JL ${random.pick(STREETS)} NO ${random.between(1, 199)}`,
    RT: three(random.between(1, 12)),
    RW: three(random.between(1, 20)),
    KELURAHAN: writtenName(place.kelurahan.name, random),
    KECAMATAN: writtenName(place.kecamatan.name, random),
    'NOMOR REKENING': registry.nextAccount(),
    'E WAROENG': `E-WARONG ${random.pick(STREETS)}`,
    CEK: 'OK',
    JAN: 'TUB 01',
    FEB: 'TUB 01',
    'CEK SK': 'SK',
    'BANSOS APBN': random.next() < 0.4 ? 'PKH SEMBAKO' : 'SEMBAKO',
    'PERINGKAT KESEJAHTERAAN': String(random.between(1, 4)),
    NOMINAL: '400000',
  };
}
