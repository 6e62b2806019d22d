import { distance } from 'fastest-levenshtein';

/** What of two records is held against each other. */
export const COMPARED_FIELDS = ['fullName', 'birthDate', 'kk', 'motherName', 'accountNumber', 'nik'] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];
export type ComparedRecord = Readonly<Partial<Record<ComparedField, string | undefined>>>;

/** Names that differ by so many letters are called near: a slip of the pen, an old spelling of one sound. */
const NEAR_LETTERS = 2;
/** Of shorter names two letters are half of them. */
const SHORTEST_NEAR = 5;

export type Likeness = 'same' | 'near' | 'different';

/** How alike a field of two records is; it repeats nothing of what they hold. */
export interface FieldLikeness {
  readonly field: ComparedField;
  readonly likeness: Likeness;
  /** Letters (of names) or digits (of numbers) that were mistaken, added or left out to make one of the other. */
  readonly letters: number;
}

/** Case, blanks and what is no letter or digit are no difference between two spellings. */
const plain = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFD')
    .toUpperCase()
    .replace(/[\p{M}'’‘`´.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const isName = (field: ComparedField): boolean => field === 'fullName' || field === 'motherName';

function likenessOf(field: ComparedField, one: string, other: string): FieldLikeness {
  if (one === other) return { field, likeness: 'same', letters: 0 };
  const letters = distance(one, other);
  const isNear = isName(field) && letters <= NEAR_LETTERS && Math.min(one.length, other.length) >= SHORTEST_NEAR;
  return { field, likeness: isNear ? 'near' : 'different', letters };
}

/** How alike two records are, for each field that both have. The order of the records makes no difference. */
export function compareRecords(one: ComparedRecord, other: ComparedRecord): readonly FieldLikeness[] {
  return COMPARED_FIELDS.flatMap((field) => {
    const [here, there] = [plain(one[field]), plain(other[field])];
    return here === '' || there === '' ? [] : [likenessOf(field, here, there)];
  });
}
