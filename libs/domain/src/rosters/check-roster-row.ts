import type { IsoDate } from '../calendar/working-days.js';
import { checkIdentity } from './check-identity.js';
import { checkPayment } from './check-payment.js';
import { checkResidence } from './check-residence.js';
import type { KelurahanLookup } from './kelurahan-lookup.js';
import type { RosterRow } from './roster-columns.js';
import type { RosterPerson } from './roster-person.js';
import { stateOfFindings, type RosterFinding, type RosterRowState } from './roster-findings.js';

export interface RosterContext {
  readonly territory: KelurahanLookup;
  /** The day the roster is read: nobody on it is born later. */
  readonly asOf: IsoDate;
  /** The benefit for one month, from policy; absent when the amount should not be compared. */
  readonly monthlyRupiah?: bigint;
}

export interface RosterRowVerdict {
  readonly state: RosterRowState;
  readonly findings: readonly RosterFinding[];
  readonly person: RosterPerson;
  readonly kelurahanCode: string | undefined;
  /** Months the row claims, January as 1, ascending. */
  readonly months: readonly number[];
}

/**
 * Judges one row by itself: pure, never throws, and the same row gives the same verdict. Every finding is reported,
 * not only the first, so that an office mends a row once. Whether a NIK occurs twice is decided over the whole list.
 */
export function checkRosterRow(row: RosterRow, context: RosterContext): RosterRowVerdict {
  const identity = checkIdentity(row, context.asOf);
  const residence = checkResidence(row, context.territory);
  const payment = checkPayment(row, context.monthlyRupiah);
  const findings = [...identity.findings, ...residence.findings, ...payment.findings];
  return {
    state: stateOfFindings(findings),
    findings,
    person: { ...identity.person, ...residence.person, accountNumber: payment.accountNumber },
    kelurahanCode: residence.kelurahanCode,
    months: payment.months,
  };
}
