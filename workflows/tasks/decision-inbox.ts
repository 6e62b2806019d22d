import { condition, setHandler } from '@temporalio/workflow';
import type { DeliveredDecision } from '#domain';
import type { ProgrammeClock } from './programme-clock.js';
import { deadlinesSignal, decisionsSignal } from './tasks.messages.js';

export interface Deadline {
  /** ISO instant, by the programme's calendar. */
  readonly dueAt: string;
  /**
   * What to do when it comes undecided, or has moved; never takes the decision away from anybody. Answers with the next
   * instant, and with nothing when silence has no further consequence.
   */
  readonly whenLate: () => Promise<{ readonly dueAt: string } | null | undefined>;
}

/** Decisions the relay has delivered, by task. They come at least once and in batches; the first of a task counts. */
export class DecisionInbox {
  private readonly delivered = new Map<string, DeliveredDecision>();
  private readonly moved = new Map<string, number>();
  private allMoved = 0;
  private readonly attempts = new Map<string, number>();

  /** How often deadlines were told to have moved; a desk asks anew when it grows. */
  moves = 0;

  constructor(private readonly clock: ProgrammeClock) {
    setHandler(decisionsSignal, (batch) => {
      for (const decision of batch) {
        if (!this.delivered.has(decision.taskId)) this.delivered.set(decision.taskId, decision);
      }
    });
    setHandler(deadlinesSignal, (batch) => {
      for (const { taskId } of batch) {
        if (taskId === undefined) this.allMoved += 1;
        else this.moved.set(taskId, (this.moved.get(taskId) ?? 0) + 1);
      }
      this.moves += 1;
    });
  }

  /**
   * Waits for the decision of one task as long as it takes. When its instant comes, or its deadline has moved, asks what is
   * to be done and until when to wait; a wait without an instant ends with the decision, or when the deadline moves again.
   */
  async on(taskId: string, deadline: Deadline): Promise<DeliveredDecision> {
    const isHere = (): boolean => this.delivered.has(taskId);
    // A move that was told before anybody waited counts, too: the instant at hand may be older than it.
    let movesSeen = 0;
    const isNews = (): boolean => isHere() || this.movesOf(taskId) !== movesSeen;
    for (let dueAt: string | undefined = deadline.dueAt; ;) {
      if (dueAt === undefined) await condition(isNews);
      else await this.clock.until(dueAt, isNews);
      if (isHere()) break;
      movesSeen = this.movesOf(taskId);
      // Activities that ran before deadlines could move answered nothing, which is what "no more" answers now.
      dueAt = (await deadline.whenLate())?.dueAt;
    }
    const decision = this.delivered.get(taskId);
    if (decision === undefined) throw new Error('a delivered decision is in the inbox');
    return decision;
  }

  private movesOf(taskId: string): number {
    return this.allMoved + (this.moved.get(taskId) ?? 0);
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
