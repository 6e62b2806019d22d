import { z } from 'zod';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf } from '../shared/shapes.js';

export const AuditPage = pageOf(
  z.object({
    id: z.string(),
    officer: z.string().nullable(),
    username: z.string().nullable(),
    action: z.string(),
    subjectType: z.string(),
    subjectId: z.string(),
    territoryCode: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
    occurredAt: instant(),
  }),
).meta({ id: 'AuditPage' });

/** By officer (username), act and days of the programme's calendar, first and last included. */
const AuditFilters = PageQuery.extend({
  officer: z.string().max(100).optional(),
  action: z.string().max(60).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

export const AuditQuery = AuditFilters.extend({
  subjectType: z.string().max(50).optional(),
  subjectId: z.string().max(100).optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** A NIK travels in the body, never in an address; why it is looked up is recorded. */
export const PersonAuditQuery = AuditFilters.extend({
  nik: z.string().regex(/^\d{16}$/),
  purpose: z.string().trim().min(5).max(200),
})
  .strict()
  .meta({ id: 'PersonAuditQuery' });
export type PersonAuditQuery = z.infer<typeof PersonAuditQuery>;
export type AuditPage = z.infer<typeof AuditPage>;
