import type { IneligibleReason } from '../../api/schemas';

/** In the order of the digits that choose them. */
export const REASONS: readonly IneligibleReason[] = [
  'deceased',
  'moved',
  'not_found',
  'capable',
  'civil_servant',
  'duplicate',
  'refused',
  'companion_household',
];
