import type { IsoDate } from '../calendar/working-days.js';
import type { IssuingRegions } from '../families/issuing-region.js';
import { checkIdentity } from './check-identity.js';
import { checkPayment, type PaymentTerms } from './check-payment.js';
import { checkResidence } from './check-residence.js';
import { withErrorCells } from './error-cells.js';
import type { KelurahanLookup } from './kelurahan-lookup.js';
import type { RosterRow } from './roster-columns.js';
import type { RosterPerson } from './roster-person.js';
import { stateOfFindings, type RosterFinding, type RosterRowState } from './roster-findings.js';

export interface RosterContext extends PaymentTerms {
  readonly cityCode: string;
  readonly territory: KelurahanLookup;
  /** The cities a NIK may have been issued in. */
  readonly regions: IssuingRegions;
  /** The day the roster is read: nobody on it is born later. */
  readonly asOf: IsoDate;
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
 * not only the first, so that an office mends a row once. Of a row that is shifted only that is said. Whether a NIK
 * occurs twice is decided over the whole list.
 */
export function checkRosterRow(row: RosterRow, context: RosterContext): RosterRowVerdict {
  const identity = checkIdentity(row, context);
  const residence = checkResidence(row, context.territory);
  const payment = checkPayment(row, context);
  const all = withErrorCells(row, [...identity.findings, ...residence.findings, ...payment.findings]);
  const findings = row.surplusCells > 0 ? [tooManyCells(row.surplusCells)] : all;
  return {
    state: stateOfFindings(findings),
    findings,
    person: { ...identity.person, ...residence.person, accountNumber: payment.accountNumber },
    kelurahanCode: residence.kelurahanCode,
    months: payment.months,
  };
}

function tooManyCells(surplus: number): RosterFinding {
  return { code: 'CELLS_TOO_MANY', column: null, params: { surplus } };
}
