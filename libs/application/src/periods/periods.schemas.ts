import { z } from 'zod';
import { ENTITLEMENT_STATES, PAYMENT_CHANNELS, STAGES } from '#domain';
import { instant, rupiah } from '../shared/shapes.js';

export const Measure = z.object({ families: z.number().int(), amountRupiah: rupiah() });

export const Statement = z
  .object({
    allocated: Measure,
    transacted: Measure,
    notTransacted: Measure,
    pending: Measure,
    failed: Measure,
    unreconciled: Measure,
    unallocated: Measure,
    credited: Measure,
    withdrawn: Measure,
    held: Measure,
    returned: Measure,
    /** allocated − the six parts; "0" when every rupiah is explained. */
    firstDifferenceRupiah: rupiah(),
    firstDifferenceFamilies: z.number().int(),
    /** credited − (withdrawn + held + returned); "0" when every rupiah is explained. */
    secondDifferenceRupiah: rupiah(),
    secondDifferenceFamilies: z.number().int(),
    /** Postings − families' rows, for each state that the two count differently; empty unless something is broken. */
    ledgerDifferences: z.array(Measure.extend({ state: z.enum(ENTITLEMENT_STATES) })),
  })
  .meta({ id: 'Statement' });

export const Period = z
  .object({
    id: z.uuid(),
    programme: z.string(),
    code: z.string(),
    months: z.array(z.string()),
    channel: z.enum(PAYMENT_CHANNELS),
    policyVersion: z.number().int(),
    state: z.enum(['open', 'closed']),
    openedOn: z.string(),
    closedAt: instant().nullable(),
  })
  .meta({ id: 'Period' });

export const Allocation = z.object({
  cityCode: z.string(),
  cityName: z.string(),
  quotaFamilies: z.number().int(),
  rupiahPerFamily: rupiah(),
  amountRupiah: rupiah(),
});

export const PeriodDetail = z
  .object({ period: Period, allocations: z.array(Allocation), total: Measure })
  .meta({ id: 'PeriodDetail' });

export const Periods = z.array(Period).meta({ id: 'Periods' });

export const NewPeriod = z
  .strictObject({
    programme: z.string().min(1).max(40),
    /** Month the batch starts with; two months by card, three by post, as the policy says. */
    firstMonth: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/),
    channel: z.enum(PAYMENT_CHANNELS).default('card'),
    quotas: z
      .array(
        z.strictObject({ cityCode: z.string().regex(/^\d{2}\.\d{2}$/), quotaFamilies: z.int().min(1).max(20_000_000) }),
      )
      .min(1)
      .max(600),
  })
  .meta({ id: 'NewPeriod' });
export type NewPeriod = z.infer<typeof NewPeriod>;

export const NewQuotas = NewPeriod.pick({ quotas: true });
export type NewQuotas = z.infer<typeof NewQuotas>;

export const StageOnBoard = z.object({
  stage: z.enum(STAGES),
  number: z.number().int(),
  state: z.enum(['waiting', 'running', 'done']),
  startedAt: instant().nullable(),
  finishedAt: instant().nullable(),
  dueOn: z.string().nullable(),
  workingDaysLeft: z.number().int().nullable(),
  tasksOpen: z.number().int(),
  tasksDone: z.number().int(),
  tasksLate: z.number().int(),
});

export const Board = z
  .object({
    period: Period,
    cityCode: z.string(),
    cityName: z.string(),
    at: instant(),
    stages: z.array(StageOnBoard),
    /** Money: null for readers without `money:read` in this city. */
    statement: Statement.nullable(),
    /** Of what is held, that which cases hold on a named ground; null as the statement is. */
    onHold: Measure.nullable(),
    openBreaks: z.number().int().nullable(),
    orderId: z.uuid().nullable(),
    rosterId: z.uuid().nullable(),
    families: z.object({ onRoster: z.number().int(), eligible: z.number().int(), ineligible: z.number().int() }),
    cases: z.object({ open: z.number().int(), decided: z.number().int(), lapsed: z.number().int() }),
    deadlineOn: z.string().nullable(),
  })
  .meta({ id: 'Board' });

/** The same money by the way it is paid; `serviceName` is null where the bank of the policy pays. */
const Channels = z.array(
  z.object({
    channel: z.enum(PAYMENT_CHANNELS),
    serviceName: z.string().nullable(),
    ordered: Measure,
    credited: Measure,
    transacted: Measure,
    returned: Measure,
    failed: Measure,
  }),
);

const Parts = z.array(z.object({ territoryCode: z.string(), name: z.string(), statement: Statement }));

export const Conservation = z
  .object({
    at: instant(),
    cityCode: z.string(),
    statement: Statement,
    /** Of what is held, that which cases hold on a named ground. */
    onHold: Measure,
    reasons: z.array(z.object({ reason: z.string(), families: z.number().int(), amountRupiah: rupiah() })),
    parts: Parts,
    channels: Channels,
    /** The same states counted from the ledger's postings; equal unless something is broken. */
    ledger: z.array(z.object({ account: z.string(), families: z.number().int(), amountRupiah: rupiah() })),
  })
  .meta({ id: 'Conservation' });

export const ConservationQuery = z.object({
  level: z.enum(['kecamatan', 'kelurahan']).default('kecamatan'),
  within: z.string().max(13).optional(),
});
export type ConservationQuery = z.infer<typeof ConservationQuery>;

/** The statement of any territory, above all of what lies above a city. */
export const TerritoryConservation = z
  .object({
    at: instant(),
    territoryCode: z.string(),
    name: z.string(),
    statement: Statement,
    parts: Parts,
    channels: Channels,
  })
  .meta({ id: 'TerritoryConservation' });

export const TerritoryConservationQuery = z.object({
  within: z
    .string()
    .regex(/^(ID|\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?)$/)
    .default('ID'),
  level: z.enum(['province', 'city', 'kecamatan', 'kelurahan']).default('province'),
});
export type TerritoryConservationQuery = z.infer<typeof TerritoryConservationQuery>;
