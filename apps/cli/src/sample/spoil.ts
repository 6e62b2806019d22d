import type { Region } from '#domain';
import type { CellValue, RosterRecord } from '#files';
import type { FamilyCells } from './family.js';
import type { Hazard } from './hazards.js';

export type SampleFormat = 'csv' | 'xlsx';

interface Surroundings {
  readonly format: SampleFormat;
  /** Kecamatan of the city, to name a wrong one. */
  readonly kecamatan: readonly Region[];
  /** The family listed before this one. */
  readonly previous: FamilyCells | undefined;
}

/** What a spreadsheet makes of a NIK typed as a number: fifteen digits, shown in powers of ten when saved as CSV. */
function lostDigits(nik: string, format: SampleFormat): CellValue {
  if (format === 'xlsx') return Number(`${nik.slice(0, 15)}0`);
  return `${nik.slice(0, 1)}.${nik.slice(1, 6)}E+15`;
}

function wrongKecamatan(family: FamilyCells, kecamatan: readonly Region[]): string {
  const closedUp = family.KECAMATAN.replaceAll(' ', '');
  const others = kecamatan.filter(({ name }) => name.toUpperCase().replaceAll(' ', '') !== closedUp);
  return (others[Number(family.NKK.slice(-2)) % others.length]?.name ?? '').toUpperCase();
}

function shiftedBirthDate(birthDate: string): string {
  const day = Number(birthDate.slice(0, 2));
  return `${String((day % 28) + 1).padStart(2, '0')}${birthDate.slice(2)}`;
}

/** Damages one thing in a family's row. A duplicate takes the person of the row before and keeps its own account. */
export function spoil(family: FamilyCells, hazard: Hazard, around: Surroundings): RosterRecord {
  const { NIK: nik } = family;
  switch (hazard) {
    case 'AMOUNT_FORMULA':
      return { ...family, NOMINAL: { formula: '200000*2', result: 400_000 } };
    case 'RT_RW_BLANK':
      return { ...family, RT: '', RW: '' };
    case 'BIRTHPLACE_BLANK':
      return { ...family, 'TEMPAT LAHIR': '' };
    case 'NIK_AS_NUMBER':
      return { ...family, NIK: around.format === 'xlsx' ? Number(nik) : nik };
    case 'NIK_PRECISION_LOST':
      return { ...family, NIK: lostDigits(nik, around.format) };
    case 'NIK_LENGTH':
      return { ...family, NIK: nik.slice(0, 15) };
    case 'NIK_DATE':
      return { ...family, NIK: `${nik.slice(0, 8)}13${nik.slice(10)}` };
    case 'BIRTHDATE_NIK_MISMATCH':
      return { ...family, 'TANGGAL LAHIR': shiftedBirthDate(family['TANGGAL LAHIR']) };
    case 'BIRTHDATE_INVALID':
      return { ...family, 'TANGGAL LAHIR': `31/02${family['TANGGAL LAHIR'].slice(5)}` };
    case 'KELURAHAN_WRONG_KECAMATAN':
      return { ...family, KECAMATAN: wrongKecamatan(family, around.kecamatan) };
    case 'TERRITORY_UNKNOWN':
      return { ...family, KELURAHAN: 'KAMPUNG CONTOH' };
    case 'TERRITORY_OUTSIDE':
      return { ...family, KELURAHAN: 'DESA CONTOH', KECAMATAN: 'TAMBUN SELATAN' };
    case 'NAME_BLANK':
      return { ...family, 'NAMA LENGKAP': '' };
    case 'NIK_DUPLICATE_IN_FILE':
      return { ...(around.previous ?? family), 'NOMOR REKENING': family['NOMOR REKENING'] };
  }
}
