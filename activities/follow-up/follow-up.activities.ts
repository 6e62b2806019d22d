import { Injectable } from '@nestjs/common';
import { DeskService, FollowUpDiary } from '#application';
import type { Desk } from '#application';

/** Desks and their cases, always many at once. Each method reads where the desk is, so a repeat changes nothing. */
@Injectable()
export class FollowUpActivities {
  constructor(
    private readonly desks: DeskService,
    private readonly diary: FollowUpDiary,
  ) {}

  /** A case for every credited family that did not transact; the desks they lie on, with their dates. */
  async openCases(orderId: string, deskPrefix: string): Promise<Desk[]> {
    return this.desks.openCases(orderId, deskPrefix);
  }

  /** Takes decided visits and outcomes into their cases and opens the next tasks. Returns how many stay open. */
  async advanceDesk(deskId: string): Promise<number> {
    return this.desks.advance(deskId);
  }

  /**
   * Does what silence has brought upon the desk's tasks, all of them at once: reminders, late, added owners, T−30 and T−7.
   * Answers with the next instant to look at.
   */
  async escalateDesk(deskId: string): Promise<{ dueAt: string } | undefined> {
    return this.desks.escalate(deskId);
  }

  /** When silence will next have a consequence for a task of the desk. */
  async deskMoment(deskId: string): Promise<{ dueAt: string } | undefined> {
    return this.desks.nextMoment(deskId);
  }

  /** Does what the day brings to requests, suspensions and exclusions, and tells of it, once. Answers with the next such morning. */
  async keepFollowUp(): Promise<{ dueAt: string } | undefined> {
    return this.diary.look();
  }

  /** The deadline: what is open lapses, what was decided stands. Returns 0. */
  async lapseDesk(deskId: string): Promise<number> {
    return this.desks.lapse(deskId);
  }
}
