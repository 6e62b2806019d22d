import type { Role } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';

const ROLES: readonly Role[] = [
  'programme_officer',
  'ppk',
  'kpa',
  'treasurer',
  'province_observer',
  'dinsos_operator',
  'dinsos_head',
  'mayor',
  'camat',
  'tksk',
  'lurah',
  'kelurahan_operator',
  'psm',
  'pkh_companion',
  'bank_officer',
  'operator',
  'auditor',
];

export const roleOf = (text: string | null | undefined): Role | undefined => ROLES.find((role) => role === text);

/** Every role with its word, for a list to choose from. */
export function useRoles(): { value: Role; label: string }[] {
  const { t } = useWords();
  return ROLES.map((value) => ({ value, label: t(`common:role.${value}`) }));
}
