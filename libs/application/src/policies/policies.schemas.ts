import { z } from 'zod';
import { proposalShape, RefusalOfProposal } from '../shared/proposals.js';

const Value = z.union([z.number(), z.string()]);

/** What a rule may be: a whole number between two, one of a few words, or a text. */
const Shape = z.discriminatedUnion('of', [
  z.object({ of: z.literal('count'), least: z.number().int(), most: z.number().int() }),
  z.object({ of: z.literal('choice'), choices: z.array(z.string()) }),
  z.object({ of: z.literal('text') }),
]);

export const Rule = z
  .object({
    key: z.string(),
    value: Value,
    unit: z.string(),
    effectiveFrom: z.string(),
    source: z.string(),
    /** Whether the source was read, and not only quoted. */
    verified: z.boolean(),
    shape: Shape,
    /** What it will be, from when. */
    next: z.object({ value: Value, effectiveFrom: z.string() }).nullable(),
  })
  .meta({ id: 'Rule' });

export const RuleChange = z
  .object({
    id: z.uuid(),
    key: z.string(),
    value: Value,
    effectiveFrom: z.string(),
    source: z.string(),
    verified: z.boolean(),
    state: z.enum(['proposed', 'adopted', 'refused', 'withdrawn']),
    ...proposalShape,
  })
  .meta({ id: 'RuleChange' });

export const Rules = z
  .object({
    programme: z.string(),
    programmes: z.array(z.string()),
    today: z.string(),
    /** As they hold today. */
    rules: z.array(Rule),
    changes: z.array(RuleChange),
  })
  .meta({ id: 'Rules' });

export const RulesQuery = z.object({ programme: z.string().min(1).max(40).optional() });
export type RulesQuery = z.infer<typeof RulesQuery>;

export const NewRuleChange = z
  .strictObject({
    programme: z.string().min(1).max(40),
    key: z.string().min(1).max(80),
    value: z.string().trim().min(1).max(100),
    effectiveFrom: z.iso.date(),
    source: z.string().trim().min(5).max(300),
    verified: z.boolean(),
  })
  .meta({ id: 'NewRuleChange' });
export type NewRuleChange = z.infer<typeof NewRuleChange>;

export const RuleChangeRefusal = RefusalOfProposal.meta({ id: 'RuleChangeRefusal' });
export type RuleChangeRefusal = z.infer<typeof RuleChangeRefusal>;
