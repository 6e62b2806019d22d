import type { IsoDate } from '../calendar/working-days.js';
import { parseBirthDate } from '../families/birth-date.js';
import { isFamilyCardNumber, nikAgreesWithBirthDate, readNik } from '../families/nik.js';
import type { RosterPerson } from './roster-person.js';
import type { RosterRow } from './roster-columns.js';
import type { RosterFinding } from './roster-findings.js';

type IdentityFields = Pick<RosterPerson, 'nik' | 'kk' | 'fullName' | 'birthPlace' | 'birthDate' | 'motherName'>;

function checkNik(row: RosterRow, nik: string, birthDate: IsoDate | undefined): RosterFinding[] {
  const column = 'NIK';
  if (row.inexactColumns.includes(column)) return [{ code: 'NIK_PRECISION_LOST', column, params: {} }];
  const findings: RosterFinding[] = [];
  if (row.numberColumns.includes(column)) findings.push({ code: 'NIK_AS_NUMBER', column, params: {} });
  const reading = readNik(nik);
  if (!reading.ok) {
    const params = reading.problem === 'NIK_LENGTH' ? { characters: nik.length } : {};
    findings.push({ code: reading.problem, column, params });
  } else if (birthDate !== undefined && !nikAgreesWithBirthDate(reading.parts, birthDate)) {
    findings.push({ code: 'NIK_BIRTHDATE_MISMATCH', column: 'TANGGAL LAHIR', params: {} });
  }
  return findings;
}

function checkFamilyCard(row: RosterRow, kk: string): RosterFinding[] {
  const column = 'NKK';
  if (row.inexactColumns.includes(column)) return [{ code: 'KK_PRECISION_LOST', column, params: {} }];
  const findings: RosterFinding[] = [];
  if (row.numberColumns.includes(column)) findings.push({ code: 'KK_AS_NUMBER', column, params: {} });
  if (!isFamilyCardNumber(kk)) findings.push({ code: 'KK_LENGTH', column, params: { characters: kk.length } });
  return findings;
}

/** Who the row is about: numbers, name and birth. A birth date after `asOf` counts as no date. */
export function checkIdentity(
  row: RosterRow,
  asOf: IsoDate,
): { readonly person: IdentityFields; readonly findings: RosterFinding[] } {
  const { cells } = row;
  const parsed = parseBirthDate(cells['TANGGAL LAHIR']);
  const person: IdentityFields = {
    nik: cells.NIK.replace(/[\s'.-]/g, ''),
    kk: cells.NKK.replace(/[\s'.-]/g, ''),
    fullName: cells['NAMA LENGKAP'].trim().replace(/\s+/g, ' '),
    birthPlace: cells['TEMPAT LAHIR'].trim(),
    birthDate: parsed !== undefined && parsed <= asOf ? parsed : undefined,
    motherName: cells['NAMA IBU KANDUNG'].trim(),
  };
  const findings = [...checkNik(row, person.nik, person.birthDate), ...checkFamilyCard(row, person.kk)];
  const add = (code: RosterFinding['code'], column: RosterFinding['column']) => {
    findings.push({ code, column, params: {} });
  };
  if (!/\p{L}/u.test(person.fullName)) add('NAME_BLANK', 'NAMA LENGKAP');
  if (person.birthDate === undefined) add('BIRTHDATE_INVALID', 'TANGGAL LAHIR');
  if (person.birthPlace === '') add('BIRTHPLACE_BLANK', 'TEMPAT LAHIR');
  if (person.motherName === '') add('MOTHER_NAME_BLANK', 'NAMA IBU KANDUNG');
  return { person, findings };
}
