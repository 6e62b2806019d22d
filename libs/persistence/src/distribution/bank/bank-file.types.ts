export type BankFileKind = 'status' | 'usage' | 'return';

export interface BankFileRow {
  id: string;
  name: string;
  kind: BankFileKind;
  sha256: string;
  rows: number;
  summary: Record<string, number>;
  state: 'applied' | 'refused';
  /** Why the whole file was refused; null when it was applied. */
  refusalCode: string | null;
  refusalDetails: Record<string, unknown> | null;
  appliedAt: Date;
}

/** One line of a bank's file, boiled down to what moves money. Amounts are decimal strings of whole rupiah. */
export interface BankLine {
  readonly endToEndId: string;
  readonly answer:
    'credited' | 'failed' | 'came_back' | 'pending' | 'transacted' | 'not_transacted' | 'returned' | 'refused';
  readonly reason: string | null;
  /** ISO date of the credit or of the first use. */
  readonly onDate: string | null;
  readonly amountRupiah: string | null;
  /** Of a usage report only. */
  readonly withdrawnRupiah?: string | null;
  readonly balanceRupiah?: string | null;
}

/** A bank's answer for the whole order, without a line for any instruction. */
export interface GroupAnswer {
  readonly answer: 'credited' | 'failed';
  readonly reason: string | null;
  readonly onDate: string | null;
}

export interface ArrivedFile {
  readonly name: string;
  readonly kind: BankFileKind;
  readonly sha256: string;
  /** ISO instant at which the bank says that it wrote it. */
  readonly saidAt: string;
  /** ISO date by which a break that it opens is to be settled. */
  readonly breakDueOn: string;
  /** It names every instruction, so that one it leaves out is a silence. */
  readonly namesAll: boolean;
}
