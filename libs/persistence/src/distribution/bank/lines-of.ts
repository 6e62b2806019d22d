import type { BankFileKind } from './bank-file.types.js';

/**
 * The condition on `bank_answer a` for every line about an instruction that the file $2 names, in all files of the order $1
 * of this kind; in the file alone where no other has a line.
 */
export const linesOf = (kind: BankFileKind, isOnly: boolean): string =>
  isOnly
    ? 'a.file_number = $2'
    : `a.file_number in (select number from bank_file where order_id = $1 and kind = '${kind}' and state = 'applied')
       and a.end_to_end_id in (select end_to_end_id from bank_answer where file_number = $2)`;
