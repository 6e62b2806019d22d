import type { PaymentChannel } from '../distribution/service-area.js';
import { ACCOUNT_NUMBER } from '../families/account-number.js';
import { bareDigits } from '../families/digits.js';
import { parseRupiah } from './nominal.js';
import { CARD_COLUMN, MONTH_COLUMNS, type RosterColumn, type RosterRow } from './roster-columns.js';
import type { RosterFinding } from './roster-findings.js';

/** What a list is paid by. */
export interface PaymentTerms {
  /** The benefit for one month, from policy; absent when the amount should not be compared. */
  readonly monthlyRupiah?: bigint;
  /** At the post office nobody needs an account. By card unless given. */
  readonly channel?: PaymentChannel;
}

/** A KKS is a debit card. */
const CARD = /^\d{16}$/;

function isBenefit(rupiah: bigint, monthlyRupiah: bigint, monthCount: number): boolean {
  return monthCount > 0 ? rupiah === monthlyRupiah * BigInt(monthCount) : rupiah % monthlyRupiah === 0n;
}

function checkAmount(row: RosterRow, monthCount: number, monthlyRupiah: bigint | undefined): RosterFinding[] {
  const column = 'NOMINAL';
  if (row.absentColumns.includes(column)) return [];
  const text = row.cells.NOMINAL;
  const isFormula = row.formulaColumns.includes(column);
  const findings: RosterFinding[] = isFormula ? [{ code: 'AMOUNT_FORMULA', column, params: {} }] : [];
  // A CSV keeps the formula and no result: that it is a formula is all there is to say.
  if (isFormula && text.startsWith('=')) return findings;
  const amountRupiah = parseRupiah(text);
  if (amountRupiah === undefined || amountRupiah === 0n) {
    findings.push({ code: 'AMOUNT_INVALID', column, params: {} });
  } else if (monthlyRupiah !== undefined && !isBenefit(amountRupiah, monthlyRupiah, monthCount)) {
    const expectedRupiah = (monthlyRupiah * BigInt(Math.max(1, monthCount))).toString();
    findings.push({ code: 'AMOUNT_NOT_BENEFIT', column, params: { expectedRupiah } });
  }
  return findings;
}

function checkNumbers(row: RosterRow, accountNumber: string, channel: PaymentChannel): RosterFinding[] {
  const column = 'NOMOR REKENING';
  const findings: RosterFinding[] = [];
  // Paid in cash: a family that has no account lacks nothing.
  const isNeeded = channel === 'card' || accountNumber !== '';
  if (isNeeded && (!ACCOUNT_NUMBER.test(accountNumber) || row.inexactColumns.includes(column))) {
    const hasOthers = /\D/.test(accountNumber);
    const params = { characters: accountNumber.length };
    findings.push({ code: 'ACCOUNT_LENGTH', column, params, ...(hasOthers ? { sentence: 'ACCOUNT_NOT_DIGITS' } : {}) });
  }
  const card = bareDigits(row.cardNumber ?? '');
  if (card !== '' && !CARD.test(card)) {
    findings.push({ code: 'KKS_LENGTH', column: CARD_COLUMN, params: { characters: card.length } });
  }
  return findings;
}

const isMarked = (row: RosterRow, column: RosterColumn): boolean =>
  row.cells[column] !== '' && row.cells[column].trim() !== '';

/**
 * What the row claims to be paid and where. These are warnings only: entitlements are computed from the decree and
 * policy, never from this column.
 */
export function checkPayment(
  row: RosterRow,
  { monthlyRupiah, channel = 'card' }: PaymentTerms,
): { readonly accountNumber: string; readonly months: number[]; readonly findings: RosterFinding[] } {
  const accountNumber = bareDigits(row.cells['NOMOR REKENING']);
  const months: number[] = [];
  MONTH_COLUMNS.forEach((column, index) => {
    if (isMarked(row, column)) months.push(index + 1);
  });
  const findings = [...checkAmount(row, months.length, monthlyRupiah), ...checkNumbers(row, accountNumber, channel)];
  const hasMonths = () => MONTH_COLUMNS.some((column) => !row.absentColumns.includes(column));
  if (months.length === 0 && hasMonths()) findings.push({ code: 'MONTHS_NONE', column: 'JAN', params: {} });
  for (const column of row.formulaColumns) {
    if (column !== 'NOMINAL') findings.push({ code: 'CELL_FORMULA', column, params: {} });
  }
  return { accountNumber, months, findings };
}
