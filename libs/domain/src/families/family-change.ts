import { bareDigits } from './digits.js';

/** What of a family's record is changed by two people, and that it comes back after it was taken out. Kelurahan and account come with lists alone. */
export const FAMILY_CHANGE_FIELDS = ['name', 'address', 'phone', 'head', 'reentry'] as const;
export type FamilyChangeField = (typeof FAMILY_CHANGE_FIELDS)[number];

export const FAMILY_CHANGE_STATES = ['proposed', 'confirmed', 'refused', 'withdrawn', 'lapsed'] as const;
export type FamilyChangeState = (typeof FAMILY_CHANGE_STATES)[number];

/** The value of a field: of `name` the name, of `address` the address with RT and RW, of `head` the new head's NIK and name, of `reentry` that it is listed again. */
export interface FamilyChangeValue {
  readonly fullName?: string | undefined;
  readonly nik?: string | undefined;
  readonly address?: string | undefined;
  readonly rt?: string | undefined;
  readonly rw?: string | undefined;
  readonly phone?: string | undefined;
  readonly standing?: 'excluded' | 'listed' | undefined;
}

/** What a change is sealed as: what the newest list said when it was proposed, and what it says instead. */
export interface FamilyChangeContent {
  readonly before: FamilyChangeValue;
  readonly after: FamilyChangeValue;
}

const PARTS: Readonly<Record<FamilyChangeField, readonly (keyof FamilyChangeValue)[]>> = {
  name: ['fullName'],
  address: ['address', 'rt', 'rw'],
  phone: ['phone'],
  head: ['nik', 'fullName'],
  reentry: ['standing'],
};

/** The part of a person that a field is about; what is not known is blank. */
export const valueOf = (field: FamilyChangeField, from: FamilyChangeValue): FamilyChangeValue =>
  Object.fromEntries(PARTS[field].map((part) => [part, (from[part] ?? '').trim()]));

const plain = (text: string | undefined): string => (text ?? '').trim().replace(/\s+/g, ' ').toUpperCase();

/** Whether two values say the same; case and blanks are no difference. */
export const isSameValue = (field: FamilyChangeField, one: FamilyChangeValue, other: FamilyChangeValue): boolean =>
  PARTS[field].every((part) => plain(one[part]) === plain(other[part]));

/** Whether a value is whole: every part is there, a NIK has its digits, a phone its 9 to 15. */
export function isWholeValue(field: FamilyChangeField, value: FamilyChangeValue): boolean {
  if (PARTS[field].some((part) => plain(value[part]) === '')) return false;
  if (field === 'reentry') return value.standing === 'listed';
  if (field === 'head') return /^\d{16}$/.test(value.nik ?? '');
  return field !== 'phone' || /^\+?\d{9,15}$/.test(bareDigits(value.phone ?? ''));
}

/**
 * A person of a later list with what two people have confirmed: where the list still says what it said before, it is put right; where it says
 * anything else, the list is newer and stands. Undefined where nothing changes. A phone is on no list, and a head is another person.
 */
export function putRight<Person extends FamilyChangeValue>(
  person: Person,
  field: FamilyChangeField,
  { before, after }: FamilyChangeContent,
): Person | undefined {
  if (field !== 'name' && field !== 'address') return undefined;
  if (!isSameValue(field, valueOf(field, person), before) || isSameValue(field, before, after)) return undefined;
  return { ...person, ...valueOf(field, after) };
}
