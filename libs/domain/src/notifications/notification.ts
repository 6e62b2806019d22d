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
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];
