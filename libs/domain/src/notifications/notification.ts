/** What an officer is told of. Each kind has a sentence in both languages; none carries personal data. */
export const NOTIFICATION_KINDS = [
  'task.assigned',
  'task.reminder',
  'task.escalated',
  'approval.opened',
  'approval.held',
  'delegation.granted',
  'handover.offered',
  'handover.answered',
  'mandate.ended',
  'licence.refused',
  'order.refused',
  'decree.void',
  'budget.proposed',
  'budget.decided',
  'policy.proposed',
  'policy.decided',
  'service-area.proposed',
  'service-area.decided',
  'allocation.over-budget',
  'quota.ended',
  'reveal.quota',
  'appointment.proposed',
  'account-reset.proposed',
  'account-reset.decided',
  'family-change.proposed',
  'family-change.decided',
  'case-request.lapsed',
  'case-measure.proposed',
  'case-measure.ended',
  'case-sanction.proposed',
  'case-sanction.objected',
  'case-sanction.late',
  'case-sanction.ended',
  'field.version-kept',
  'field.lease-revoked',
  'stipend.proposed',
  'stipend.decided',
  'complaint.waits',
  'spot-check.drawn',
  'spot-check.late',
  'alert.opened',
  'outreach.planned',
  'outreach.late',
  'card.late',
  'webhook.trouble',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** How a task came to somebody, and how a mandate stopped: each has a sentence of its own. */
const VARIANTS: Readonly<Partial<Record<NotificationKind, { readonly by: string; readonly of: readonly string[] }>>> = {
  'task.assigned': {
    by: 'event',
    of: ['delegate', 'forward', 'nominate', 'release', 'return-to-principal', 'hand-back'],
  },
  'handover.offered': { by: 'event', of: ['offered', 'late'] },
  'appointment.proposed': { by: 'event', of: ['confirm', 'incumbent'] },
  'account-reset.proposed': { by: 'event', of: ['confirm', 'officer'] },
  'account-reset.decided': {
    by: 'event',
    of: ['confirmed', 'incumbent', 'refused', 'withdrawn', 'objected', 'lapsed', 'used'],
  },
  'family-change.decided': { by: 'event', of: ['confirmed', 'refused', 'lapsed'] },
  'complaint.waits': { by: 'event', of: ['received', 'escalated', 'added', 'appealed', 'proposed', 'undone'] },
  'alert.opened': { by: 'what', of: ['not_transacted', 'old_breaks', 'late_desks'] },
  'card.late': { by: 'keeper', of: ['place', 'bank'] },
  'webhook.trouble': { by: 'event', of: ['given_up', 'paused', 'gone'] },
  'case-measure.ended': { by: 'event', of: ['lapsed', 'ended', 'returning'] },
  'case-sanction.ended': { by: 'event', of: ['lapsed', 'in_force'] },
  'quota.ended': { by: 'event', of: ['applied', 'refused', 'lapsed', 'moved'] },
  'mandate.ended': { by: 'event', of: ['revoked', 'expired', 'returned', 'suspended'] },
};

/** The key of the sentence in the catalogues. What another version wrote, and this one does not know, still has one. */
export function sentenceOf(kind: string, details: Readonly<Record<string, unknown>>): string {
  const known = NOTIFICATION_KINDS.find((name) => name === kind);
  if (known === undefined) return 'other';
  const variant = VARIANTS[known];
  if (variant === undefined) return known;
  const value = details[variant.by];
  return `${known}.${variant.of.find((name) => name === value) ?? 'other'}`;
}
