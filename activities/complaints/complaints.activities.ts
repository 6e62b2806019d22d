import { Injectable } from '@nestjs/common';
import { FollowComplaint } from '#application';

/** What the calendar does to a complaint. It reads the facts, so a repeat changes nothing. */
@Injectable()
export class ComplaintActivities {
  constructor(private readonly complaints: FollowComplaint) {}

  /** Does what is due: climbs, goes on, or is final. Answers when something is due next, or that all is over. */
  async followComplaint(complaintId: string): Promise<{ isOver: true } | { dueAt: string }> {
    return this.complaints.look(complaintId);
  }
}
