import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Share } from '../share.js';

/** How many of an order's instructions a fault befalls: one of the two is given. */
const portion = { share: Share.optional(), count: z.int().min(1).optional() };
const isOne = (given: { share?: number | undefined; count?: number | undefined }): boolean =>
  (given.share === undefined) !== (given.count === undefined);
const ONE = 'needs either share or count';

const Some = z.strictObject(portion).refine(isOne, ONE);
/** Which orders a fault befalls; all, unless a share is given. */
const ofOrders = { share: Share.default(1) };
const Orders = z.strictObject(ofOrders);
const Reason = z.string().regex(/^[A-Z0-9]{1,4}$/);

const Faults = z.strictObject({
  /** Paid, and some time later it comes back, told in a notification of movements. */
  'late-return': z
    .strictObject({
      ...portion,
      reason: Reason.default('AC04'),
      /** Days after the payment on which it is booked, and the time after the last status until it is told. */
      afterDays: z.int().min(0).default(1),
      afterMs: z.int().min(0).default(2000),
    })
    .refine(isOne, ONE)
    .optional(),
  /** Paid, and never told in any status report. */
  'missing-status': Some.optional(),
  /** Told twice in one report. */
  'duplicate-row': Some.optional(),
  /** Told with another amount than was ordered. */
  'amount-changed': z
    .strictObject({ ...portion, byRupiah: z.int().default(-50_000) })
    .refine(isOne, ONE)
    .optional(),
  /** Rows besides of instructions that nobody ordered. */
  'unknown-row': Some.optional(),
  /** Credited by the status report, and the usage report finds neither a withdrawal nor a balance. */
  'empty-account': Some.optional(),
  /** The first status report breaks off; the second tells all. */
  'truncated-status': Orders.optional(),
  /** The first status report states a sum that its rows do not come to; the second tells all. */
  'wrong-control-sum': Orders.optional(),
  /** The order is paid, and the bank never answers it. */
  silence: Orders.optional(),
  /** The order is sound and refused as a whole, this often; sent again after that, it is paid. */
  'whole-refusal': z
    .strictObject({ ...ofOrders, reason: Reason.default('AM04'), times: z.int().min(1).default(1) })
    .optional(),
});

const ScenarioFile = z.strictObject({ faults: Faults });

/** What goes wrong at the bank on purpose, by the fault's name. Nothing, unless a scenario says so. */
export type Faults = z.infer<typeof Faults>;

/** Faults of single instructions, in the order in which they take theirs. */
export const INSTRUCTION_FAULTS = [
  'late-return',
  'missing-status',
  'duplicate-row',
  'amount-changed',
  'empty-account',
] as const;
export type InstructionFault = (typeof INSTRUCTION_FAULTS)[number];
export type OrderFault = 'truncated-status' | 'wrong-control-sum' | 'silence' | 'whole-refusal';

/** Reads a scenario (JSON) once, at the start. Throws a ZodError that names what it does not know. */
export function loadScenario(path: string): Faults {
  return ScenarioFile.parse(JSON.parse(readFileSync(path, 'utf8'))).faults;
}
