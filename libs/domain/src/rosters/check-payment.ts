import { parseRupiah } from './nominal.js';
import { MONTH_COLUMNS, type RosterRow } from './roster-columns.js';
import type { RosterFinding } from './roster-findings.js';

/** Ten digits at BNI and Pos, up to sixteen elsewhere and on a KKS card. */
const ACCOUNT = /^\d{10,16}$/;

function checkNominal(row: RosterRow, monthCount: number, monthlyRupiah: bigint | undefined): RosterFinding[] {
  const column = 'NOMINAL';
  const isFormula = row.formulaColumns.includes(column);
  const findings: RosterFinding[] = isFormula ? [{ code: 'NOMINAL_FORMULA', column, params: {} }] : [];
  const text = row.cells.NOMINAL;
  // A CSV keeps the formula and no result: that it is a formula is all there is to say.
  if (isFormula && text.startsWith('=')) return findings;
  const amountRupiah = parseRupiah(text);
  const expectedRupiah = monthlyRupiah === undefined ? undefined : monthlyRupiah * BigInt(monthCount);
  const isWrong = expectedRupiah !== undefined && monthCount > 0 && amountRupiah !== expectedRupiah;
  if (amountRupiah === undefined || amountRupiah === 0n || isWrong) {
    const params = expectedRupiah === undefined ? {} : { expectedRupiah: expectedRupiah.toString() };
    findings.push({ code: 'NOMINAL_AMOUNT', column, params });
  }
  return findings;
}

/**
 * What the row claims to be paid and where. These are warnings only: entitlements are computed from the decree and
 * policy, never from this column.
 */
export function checkPayment(
  row: RosterRow,
  monthlyRupiah: bigint | undefined,
): { readonly accountNumber: string; readonly months: number[]; readonly findings: RosterFinding[] } {
  const accountNumber = row.cells['NOMOR REKENING'].replace(/[\s'.-]/g, '');
  const months = MONTH_COLUMNS.flatMap((column, index) => (row.cells[column].trim() === '' ? [] : [index + 1]));
  const findings = checkNominal(row, months.length, monthlyRupiah);
  if (!ACCOUNT.test(accountNumber) || row.inexactColumns.includes('NOMOR REKENING')) {
    findings.push({ code: 'ACCOUNT_FORMAT', column: 'NOMOR REKENING', params: { characters: accountNumber.length } });
  }
  if (months.length === 0) findings.push({ code: 'MONTHS_NONE', column: 'JAN', params: {} });
  for (const column of row.formulaColumns) {
    if (column !== 'NOMINAL') findings.push({ code: 'CELL_FORMULA', column, params: {} });
  }
  return { accountNumber, months, findings };
}
