import { condition, setHandler } from '@temporalio/workflow';
import type { DeliveredDecision } from '#domain';
import type { ProgrammeClock } from './programme-clock.js';
import { decisionsSignal } from './tasks.messages.js';

export interface Deadline {
  /** ISO instant, by the programme's calendar. */
  readonly dueAt: string;
  /**
   * What to do when it passes undecided; never takes the decision away from anybody. Answers with the later instant
   * when the deadline has moved, and with nothing once it has said that the task is late.
   */
  readonly whenLate: () => Promise<{ readonly dueAt: string } | null | undefined>;
}

/** Decisions the relay has delivered, by task. They come at least once and in batches; the first of a task counts. */
export class DecisionInbox {
  private readonly delivered = new Map<string, DeliveredDecision>();
  private readonly attempts = new Map<string, number>();

  constructor(private readonly clock: ProgrammeClock) {
    setHandler(decisionsSignal, (batch) => {
      for (const decision of batch) {
        if (!this.delivered.has(decision.taskId)) this.delivered.set(decision.taskId, decision);
      }
    });
  }

  /** Waits for the decision of one task as long as it takes; when it is late, says so once and waits on. */
  async on(taskId: string, deadline: Deadline): Promise<DeliveredDecision> {
    const isHere = (): boolean => this.delivered.has(taskId);
    for (let dueAt = deadline.dueAt; !(await this.clock.until(dueAt, isHere));) {
      const moved = await deadline.whenLate();
      // Activities that ran before deadlines could move answered nothing, which is what "late" answers now.
      if (moved?.dueAt === undefined) await condition(isHere);
      else dueAt = moved.dueAt;
    }
    const decision = this.delivered.get(taskId);
    if (decision === undefined) throw new Error('a delivered decision is in the inbox');
    return decision;
  }

  /** 1 the first time this run comes to a step, 2 after its first return, and so on. */
  attemptOf(step: string): number {
    const attempt = (this.attempts.get(step) ?? 0) + 1;
    this.attempts.set(step, attempt);
    return attempt;
  }

  /** How many tasks have been decided; a desk looks into the database when it grows. */
  get count(): number {
    return this.delivered.size;
  }
}
