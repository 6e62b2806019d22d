import type { EntityManager } from 'typeorm';
import { canComplete, type Role, supervisorOf } from '#domain';
import {
  type ApprovalGroupRow,
  ApprovalRequestRepository,
  AuditRepository,
  NotificationRepository,
} from '#persistence';

/**
 * Tells the office, the one above and the ministry's programme officer of every open approval that those who are left
 * cannot complete. It stays open: nobody is skipped. Told once for each size of what is left, so a repeat is silent.
 */
export async function alertHeld(manager: EntityManager, requestId?: string): Promise<void> {
  const groups = await new ApprovalRequestRepository(manager).openGroups(requestId);
  for (const group of groups.filter((one) => isHeld(one))) await alert(manager, group);
}

/** Whether this office's part can no longer be completed by whoever could still approve. */
export const isHeld = ({ pinned, approvals, eligible }: ApprovalGroupRow): boolean =>
  !canComplete(pinned, approvals, eligible);

async function alert(manager: EntityManager, group: ApprovalGroupRow): Promise<void> {
  const { taskId, kind, role, territoryCode, pinned, approvals, eligible } = group;
  const details = { kind, role, needed: pinned.needed, given: approvals.length, eligible: eligible.length };
  const notifications = new NotificationRepository(manager);
  let notified = 0;
  for (const office of new Set<Role>([role, supervisorOf(role) ?? role, 'programme_officer'])) {
    notified += await notifications.tellOffice(office, territoryCode, {
      ...{ kind: 'approval.held', key: `held:${taskId}:${eligible.length}`, taskId, details },
    });
  }
  if (notified === 0) return;
  await new AuditRepository(manager).note({
    ...{ action: 'approval.held', subjectType: 'task', subjectId: taskId, territoryCode, details },
  });
}
