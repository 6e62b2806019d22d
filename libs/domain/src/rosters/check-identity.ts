import type { IsoDate } from '../calendar/working-days.js';
import { hasShortYear, parseBirthDate } from '../families/birth-date.js';
import { bareDigits } from '../families/digits.js';
import { type IssuingRegions, readIssuingRegion } from '../families/issuing-region.js';
import { isFamilyCardNumber, nikAgreesWithBirthDate, type NikReading, readNik } from '../families/nik.js';
import type { RosterPerson } from './roster-person.js';
import type { RosterColumn, RosterRow } from './roster-columns.js';
import type { RosterFinding } from './roster-findings.js';

type IdentityFields = Pick<RosterPerson, 'nik' | 'kk' | 'fullName' | 'birthPlace' | 'birthDate' | 'motherName'>;

/** What identity is judged by. */
export interface IdentityContext {
  readonly asOf: IsoDate;
  readonly cityCode: string;
  readonly regions: IssuingRegions;
}

/** What a bank's message carries of a name (ISO 20022, Max140Text). */
const LONGEST_NAME = 140;

function regionFindings(nik: string, { cityCode, regions }: IdentityContext): RosterFinding[] {
  const region = readIssuingRegion(nik, cityCode, regions);
  const column = 'NIK';
  if (region.found === 'own') return [];
  if (region.found === 'other') return [{ code: 'NIK_REGION', column, params: { region: region.name } }];
  return [{ code: 'NIK_REGION', column, params: {}, severity: 'error', sentence: 'NIK_REGION_UNKNOWN' }];
}

function checkNik(row: RosterRow, nik: string, reading: NikReading, context: IdentityContext): RosterFinding[] {
  const column = 'NIK';
  if (row.inexactColumns.includes(column)) return [{ code: 'NIK_PRECISION_LOST', column, params: {} }];
  const findings: RosterFinding[] = [];
  if (row.numberColumns.includes(column)) findings.push({ code: 'NIK_AS_NUMBER', column, params: {} });
  if (reading.ok) return [...findings, ...regionFindings(nik, context)];
  const params = reading.problem === 'NIK_LENGTH' ? { characters: nik.length } : {};
  return [...findings, { code: reading.problem, column, params }];
}

function checkFamilyCard(row: RosterRow, kk: string): RosterFinding[] {
  const column = 'NKK';
  if (row.inexactColumns.includes(column)) return [{ code: 'KK_PRECISION_LOST', column, params: {} }];
  const findings: RosterFinding[] = [];
  if (row.numberColumns.includes(column)) findings.push({ code: 'KK_AS_NUMBER', column, params: {} });
  if (kk === '') findings.push({ code: 'KK_BLANK', column, params: {} });
  else if (!/^[0-9]+$/.test(kk)) findings.push({ code: 'KK_NOT_DIGITS', column, params: {} });
  else if (!isFamilyCardNumber(kk)) findings.push({ code: 'KK_LENGTH', column, params: { characters: kk.length } });
  return findings;
}

function checkName(name: string): RosterFinding[] {
  const column = 'NAMA LENGKAP';
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  if (!/[\p{L}\p{N}]/u.test(name)) return [{ code: 'NAME_BLANK', column, params: {} }];
  if (name.length > LONGEST_NAME) {
    const params = { most: LONGEST_NAME, characters: name.length };
    return [{ code: 'NAME_SUSPICIOUS', column, params, sentence: 'NAME_TOO_LONG' }];
  }
  if (letters === 0 || /^[=+@]/.test(name)) return [{ code: 'NAME_SUSPICIOUS', column, params: {} }];
  const isOdd = letters === 1 || /\p{N}/u.test(name);
  return isOdd ? [{ code: 'NAME_SUSPICIOUS', column, params: {}, severity: 'warning' }] : [];
}

function checkBirthDate(text: string, birthDate: IsoDate | undefined, nik: NikReading): RosterFinding[] {
  const column = 'TANGGAL LAHIR';
  if (birthDate === undefined) {
    const sentence = hasShortYear(text) ? { sentence: 'BIRTHDATE_SHORT_YEAR' as const } : {};
    return [{ code: 'BIRTHDATE_INVALID', column, params: {}, ...sentence }];
  }
  if (!nik.ok || nikAgreesWithBirthDate(nik.parts, birthDate)) return [];
  return [{ code: 'BIRTHDATE_NIK_MISMATCH', column, params: {} }];
}

/** Who the row is about: numbers, name and birth. A birth date after `asOf` counts as no date. */
export function checkIdentity(
  row: RosterRow,
  context: IdentityContext,
): { readonly person: IdentityFields; readonly findings: RosterFinding[] } {
  const { cells } = row;
  const nik = bareDigits(cells.NIK);
  const reading = readNik(nik);
  const isTrusted = reading.ok && !row.inexactColumns.includes('NIK');
  const help = { parts: isTrusted ? reading.parts : undefined, asOf: context.asOf };
  const parsed = parseBirthDate(cells['TANGGAL LAHIR'], help);
  const person: IdentityFields = {
    nik,
    kk: bareDigits(cells.NKK),
    fullName: cells['NAMA LENGKAP'].trim().replace(/\s+/g, ' '),
    birthPlace: cells['TEMPAT LAHIR'].trim(),
    birthDate: parsed !== undefined && parsed <= context.asOf ? parsed : undefined,
    motherName: cells['NAMA IBU KANDUNG'].trim(),
  };
  const findings = [
    ...checkNik(row, nik, reading, context),
    ...checkFamilyCard(row, person.kk),
    ...checkName(person.fullName),
    ...checkBirthDate(cells['TANGGAL LAHIR'], person.birthDate, isTrusted ? reading : NO_NIK),
  ];
  const demand = (code: RosterFinding['code'], column: RosterColumn, text: string) => {
    if (text === '' && !row.absentColumns.includes(column)) findings.push({ code, column, params: {} });
  };
  demand('BIRTHPLACE_BLANK', 'TEMPAT LAHIR', person.birthPlace);
  demand('MOTHER_NAME_BLANK', 'NAMA IBU KANDUNG', person.motherName);
  return { person, findings };
}

const NO_NIK: NikReading = { ok: false, problem: 'NIK_BLANK' };
