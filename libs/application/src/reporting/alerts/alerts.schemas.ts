import { z } from 'zod';
import { ALERT_KINDS, ALERT_LEVELS, ALERT_ROLES } from '#domain';
import { PageQuery } from '../../shared/page.js';
import { instant, pageOf } from '../../shared/shapes.js';

const rule = {
  kind: z.enum(ALERT_KINDS),
  territoryCode: z.string().max(13),
  level: z.enum(ALERT_LEVELS),
  /** Percent of the credited families, days of a break, or number of desks, by the kind. */
  limit: z.int().min(1).max(1000),
  /** Of unused money: looked at in this many days before the last day of use. */
  daysLeft: z.int().min(1).max(180).nullable(),
  role: z.enum(ALERT_ROLES),
};

export const NewAlertRule = z.strictObject(rule).meta({ id: 'NewAlertRule' });
export type NewAlertRule = z.infer<typeof NewAlertRule>;

export const AlertRules = z
  .array(
    z.object({
      id: z.uuid(),
      ...rule,
      territoryName: z.string().nullable(),
      creator: z.string(),
      createdAt: instant(),
      mayEdit: z.boolean(),
    }),
  )
  .meta({ id: 'AlertRules' });

export const AlertPage = pageOf(
  z.object({
    id: z.uuid(),
    kind: z.enum(ALERT_KINDS),
    level: z.enum(ALERT_LEVELS),
    limit: z.number(),
    role: z.enum(ALERT_ROLES),
    periodId: z.uuid(),
    months: z.array(z.string()),
    territoryCode: z.string(),
    territoryName: z.string().nullable(),
    /** Families, breaks or desks, as of `seenOn`, of `of`. */
    value: z.number(),
    of: z.number(),
    openedOn: z.string(),
    seenOn: z.string(),
  }),
).meta({ id: 'AlertPage' });
export const AlertQuery = PageQuery;
export type AlertQuery = z.infer<typeof AlertQuery>;
