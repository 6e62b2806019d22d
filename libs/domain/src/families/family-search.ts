import { bareDigits } from './digits.js';
import { readFamilyCode } from './family-code.js';
import { nameKeys } from './name-keys.js';

/** What somebody looks for in the register of families. A number is one of NIK, card or account: which, the register knows. */
export type FamilySearch =
  | { readonly by: 'code'; readonly familyId: string }
  | { readonly by: 'number'; readonly number: string }
  | { readonly by: 'name'; readonly keys: readonly string[] };

const SHORTEST_ACCOUNT = 6;
const LONGEST = 20;

/** Reads what was typed: a family's code, a number of 6 to 20 digits, else a name. Undefined where it is none of them. */
export function readFamilySearch(text: string): FamilySearch | undefined {
  const familyId = readFamilyCode(text);
  if (familyId !== undefined) return { by: 'code', familyId };
  const number = bareDigits(text);
  if (/^\d+$/.test(number)) {
    return number.length < SHORTEST_ACCOUNT || number.length > LONGEST ? undefined : { by: 'number', number };
  }
  if (/\d/.test(text)) return undefined;
  const keys = nameKeys(text);
  return keys.length === 0 ? undefined : { by: 'name', keys };
}
