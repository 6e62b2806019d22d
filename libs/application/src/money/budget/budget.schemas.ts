import { z } from 'zod';
import { proposalShape, RefusalOfProposal } from '../../shared/proposals.js';
import { rupiah } from '../../shared/shapes.js';

/** A budget year: its ceiling, null while no budget is in force, and what the ledger's allocations took of it. */
export const BudgetYear = z.object({
  programme: z.string(),
  year: z.number().int(),
  ceilingRupiah: rupiah().nullable(),
  committedRupiah: rupiah(),
  /** Ceiling − committed; null while no budget is in force. */
  leftRupiah: rupiah().nullable(),
});

export const Budget = z
  .object({
    id: z.uuid(),
    programme: z.string(),
    year: z.number().int(),
    revision: z.number().int(),
    dipaNumber: z.string(),
    dipaOn: z.string(),
    amountRupiah: rupiah(),
    state: z.enum(['proposed', 'in_force', 'superseded', 'refused', 'withdrawn']),
    ...proposalShape,
  })
  .meta({ id: 'Budget' });

export const Budgets = z.object({ years: z.array(BudgetYear), budgets: z.array(Budget) }).meta({ id: 'Budgets' });

/** What the quotas of a period take of a year's budget. */
export const PeriodBudget = z
  .object({
    years: z.array(
      z.object({
        year: z.number().int(),
        ceilingRupiah: rupiah().nullable(),
        committedRupiah: rupiah(),
        wantedRupiah: rupiah(),
        /** Ceiling − committed − wanted; below zero when it does not fit, null while no budget is in force. */
        leftRupiah: rupiah().nullable(),
      }),
    ),
  })
  .meta({ id: 'PeriodBudget' });

export const NewBudget = z
  .strictObject({
    programme: z.string().min(1).max(40),
    year: z.int().min(2020).max(2100),
    dipaNumber: z.string().trim().min(3).max(100),
    dipaOn: z.iso.date(),
    /** Whole rupiah; ten thousand trillion at most. */
    amountRupiah: z.string().regex(/^[1-9]\d{0,15}$/),
  })
  .meta({ id: 'NewBudget' });
export type NewBudget = z.infer<typeof NewBudget>;

export const BudgetRefusal = RefusalOfProposal.meta({ id: 'BudgetRefusal' });
export type BudgetRefusal = z.infer<typeof BudgetRefusal>;

/** What a change of quotas would add to what the period wants; negative where it gives back. */
export const PeriodBudgetQuery = z.object({
  changeRupiah: z
    .string()
    .regex(/^-?\d{1,17}$/)
    .default('0'),
});
export type PeriodBudgetQuery = z.infer<typeof PeriodBudgetQuery>;
