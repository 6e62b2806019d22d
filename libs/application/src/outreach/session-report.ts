import type { OutreachSessionRow, PersonVault } from '#persistence';
import { SessionReport } from './outreach.schemas.js';

/** As many invitations as one file holds: it is made at once. */
export const SHEET_FAMILIES = 200;

/** What came of a session; null before it was held. */
export function reportOf({ reportSealed }: OutreachSessionRow, vault: PersonVault): SessionReport | null {
  if (reportSealed === null) return null;
  return SessionReport.parse(JSON.parse(vault.openBytes(reportSealed).toString('utf8')));
}
