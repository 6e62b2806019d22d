import { z } from 'zod';
import { CASE_OUTCOMES, EVIDENCE, FAULTS, MONEY_OUTCOMES, ROLE_NAMES } from '#domain';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf, rupiah } from '../shared/shapes.js';
import { CaseMeasure } from './case-measures.schemas.js';

const Offered = z.object({ outcome: z.enum(CASE_OUTCOMES), money: z.enum(MONEY_OUTCOMES) });

const CaseState = z.enum(['to_visit', 'to_decide', 'decided', 'used', 'lapsed']);

export const Case = z
  .object({
    id: z.uuid(),
    kpmCode: z.string(),
    familyCode: z.string().nullable(),
    kelurahanCode: z.string(),
    kelurahanName: z.string().nullable(),
    rtRw: z.string().nullable(),
    amountRupiah: rupiah(),
    state: CaseState,
    round: z.number().int(),
    finding: z.string().nullable(),
    findingNote: z.string().nullable(),
    /** Only the office that decides reads what was found; for others the finding is `restricted` and the note blank. */
    restricted: z.boolean(),
    outcome: z.string().nullable(),
    /** What was decided for the money; what has become of it is `money`. */
    moneyDecided: z.enum(MONEY_OUTCOMES).nullable(),
    deadlineOn: z.string(),
    daysLeft: z.number().int(),
    money: z.enum(['in_account', 'used', 'held', 'on_hold', 'returned', 'returned_though_kept']),
    /** When the ledger confirmed what has become of the money: the case is closed. */
    closedAt: instant().nullable(),
    rosterRowId: z.string(),
    openTaskId: z.uuid().nullable(),
  })
  .meta({ id: 'Case' });

export const CasePage = pageOf(Case).meta({ id: 'CasePage' });

export const CaseQuery = PageQuery.extend({
  kelurahanCode: z.string().max(13).optional(),
  /** A kelurahan or what lies above it. */
  territoryCode: z.string().max(13).optional(),
  /** `open` waits for a visit or a decision. */
  state: CaseState.or(z.literal('open')).optional(),
  /** What was found, as the dashboard adds it up: `not_visited` nothing yet, `restricted` what only few may read. */
  reason: z.string().max(60).optional(),
});
export type CaseQuery = z.infer<typeof CaseQuery>;

const Desk = z.object({
  kelurahanCode: z.string(),
  name: z.string().nullable(),
  cases: z.number().int(),
  toVisit: z.number().int(),
  toDecide: z.number().int(),
  decided: z.number().int(),
  used: z.number().int(),
  lapsed: z.number().int(),
  /** Decided to keep its money, not used by the deadline, and so returned. */
  returnedThoughKept: z.number().int(),
  amountRupiah: rupiah(),
  deadlineOn: z.string(),
  daysLeft: z.number().int(),
  /** At the rate of the last seven days; null where no holiday decree is loaded for the year. */
  forecast: z.object({ perWorkingDay: z.number(), finishesOn: z.string().nullable(), isLate: z.boolean() }).nullable(),
});

export const Desks = z.array(Desk).meta({ id: 'Desks' });

export const DeskTotals = z
  .array(Desk.omit({ kelurahanCode: true }).extend({ level: z.enum(['kecamatan', 'city']), territoryCode: z.string() }))
  .meta({ id: 'DeskTotals' });

/** What the city may decide about a case, by the rule of its finding; none where nothing was found yet, or the reader does not decide. */
export const CaseDetail = Case.extend({
  /** For how many months in a row, this period's included, the family has not used its aid. */
  unusedMonths: z.int().nullable(),
  decides: z.enum(ROLE_NAMES).nullable(),
  offered: z.array(Offered),
  suggests: z.enum(CASE_OUTCOMES).nullable(),
  /** On which grounds its money may be held, and between which days (ISO dates) that ends; null where the rule offers no hold. */
  hold: z
    .object({ grounds: z.array(z.object({ ground: z.string(), words: z.string() })), from: z.string(), to: z.string() })
    .nullable(),
  /** The hold or early return that it has decided; null where there is none. */
  measure: CaseMeasure.nullable(),
}).meta({ id: 'CaseDetail' });

export const Findings = z
  .array(
    z.object({
      finding: z.string(),
      group: z.string(),
      fault: z.enum(FAULTS),
      evidence: z.array(z.enum(EVIDENCE)),
      decides: z.enum(ROLE_NAMES),
      restricted: z.boolean(),
      outcomes: z.array(Offered),
      suggests: z.enum(CASE_OUTCOMES),
      effectiveFrom: z.string(),
      effectiveTo: z.string().nullable(),
      source: z.string(),
      verified: z.boolean(),
    }),
  )
  .meta({ id: 'Findings' });
