import { z } from 'zod';
import { RATE_SOURCES, ROLE_NAMES } from '#domain';
import { rupiah } from '../shared/shapes.js';

const Rate = {
  /** Visits a working day; 0 where nothing is known. */
  perWorkingDay: z.number(),
  source: z.enum(RATE_SOURCES),
  /** How many persons it was measured on. */
  sample: z.int(),
};

const VisitorView = z.object({
  officer: z.string(),
  role: z.enum(ROLE_NAMES),
  territoryCode: z.string(),
  place: z.string().nullable(),
  held: z.int(),
  visitsLately: z.int(),
  /** The middle one of the minutes from taking a visit up to recording it on the same day; null where none was. */
  minutes: z.number().nullable(),
  timed: z.int(),
});

export const Workload = z
  .object({
    /** First day of the window that is measured. */
    from: z.string(),
    places: z.array(
      z.object({
        kecamatanCode: z.string(),
        kecamatan: z.string().nullable(),
        open: z.int(),
        incoming: z.int(),
        /** Visits of its TKSK a working day. */
        perWorkingDay: z.number(),
        deadlineOn: z.string(),
        /** When its TKSK will have visited them all; null where nothing moves or no holiday decree is loaded. */
        finishesOn: z.string().nullable(),
        /** Cases that its TKSK will not reach in time at this rate; null where no rate was measured. */
        missed: z.int().nullable(),
      }),
    ),
    visitors: z.array(VisitorView),
  })
  .meta({ id: 'Workload' });

const perDay = z.coerce.number().min(0).max(50).optional();

export const VisitPlanQuery = z.object({
  /** Where TKSK would be added, and how many. */
  kecamatanCode: z
    .string()
    .regex(/^\d\d\.\d\d\.\d\d$/)
    .optional(),
  moreTksk: z.coerce.number().int().min(0).max(20).default(0),
  /** Whether visits may be handed to others than TKSK. */
  helpers: z.enum(['yes', 'no']).default('no'),
  /** Visits a working day for those who recorded none. */
  tkskPerDay: perDay,
  psmPerDay: perDay,
  operatorPerDay: perDay,
  companionPerDay: perDay,
  /** Stipend of a month, in place of the policy's. */
  rupiahPerMonth: z.coerce.number().int().min(0).max(100_000_000).optional(),
});
export type VisitPlanQuery = z.infer<typeof VisitPlanQuery>;

export const VisitPlanView = z
  .object({
    cases: z.int(),
    /** Cases that are missed: by today's TKSK alone; in this plan; by the rule of thumb in its place. */
    missed: z.object({ today: z.int(), plan: z.int(), greedy: z.int() }),
    moves: z.array(
      z.object({
        /** Null for a TKSK who is not there yet. */
        officer: z.string().nullable(),
        role: z.enum(ROLE_NAMES),
        kelurahanCode: z.string(),
        kelurahan: z.string().nullable(),
        deadlineOn: z.string(),
        cases: z.int(),
      }),
    ),
    /** What the plan takes for granted of each role, and from where. */
    rates: z.array(z.object({ role: z.enum(ROLE_NAMES), persons: z.int(), ...Rate })),
    /** Stipends of TKSK a month: as paid today, and in the plan. */
    cost: z.object({
      officers: z.int(),
      /** Null where the policy has no stipend and none was entered. */
      rupiahPerMonth: rupiah().nullable(),
      today: rupiah().nullable(),
      plan: rupiah().nullable(),
      isEntered: z.boolean(),
    }),
  })
  .meta({ id: 'VisitPlan' });
