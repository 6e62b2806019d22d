import { Injectable } from '@nestjs/common';
import { AlertHeldApprovals } from '#application';

/** What the calendar does to approvals: it skips nobody, and tells who could help. */
@Injectable()
export class ApprovalActivities {
  constructor(private readonly approvals: AlertHeldApprovals) {}

  /** Tells of those that can no longer be completed; a repeat is silent. Answers with tomorrow while any is open. */
  async alertHeldApprovals(): Promise<{ dueAt: string } | undefined> {
    return this.approvals.look();
  }
}
