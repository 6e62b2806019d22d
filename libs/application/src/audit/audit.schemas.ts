import { z } from 'zod';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf } from '../shared/shapes.js';

export const AuditPage = pageOf(
  z.object({
    id: z.string(),
    officer: z.string().nullable(),
    action: z.string(),
    subjectType: z.string(),
    subjectId: z.string(),
    territoryCode: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
    occurredAt: instant(),
  }),
).meta({ id: 'AuditPage' });

export const AuditQuery = PageQuery.extend({
  subjectType: z.string().max(50).optional(),
  subjectId: z.string().max(100).optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;
export type AuditPage = z.infer<typeof AuditPage>;
