import { Injectable } from '@nestjs/common';
import { EscalateTask, OpenTask } from '#application';
import type { TaskRequest } from '#application';

/** Opens and escalates human tasks. A task is keyed by workflow and step, so a retry finds the first result instead of repeating it. */
@Injectable()
export class TasksActivities {
  constructor(
    private readonly opening: OpenTask,
    private readonly escalation: EscalateTask,
  ) {}

  /**
   * Opens a task over its artefact as it stands, and one for each further office whose approval a policy asks for, due
   * after the working days that the period's policy gives. `dueAt` is the first instant at which silence has a consequence.
   */
  async openTask(request: TaskRequest): Promise<{ taskId: string; dueAt: string }> {
    return this.opening.open(request);
  }

  /**
   * Does what silence has brought upon a task: reminds, tells, marks it late, adds an owner, each once; nobody loses the
   * right to act. Answers with the next instant to look at, also after the deadline has moved.
   */
  async escalate(taskId: string): Promise<{ dueAt: string } | undefined> {
    return this.escalation.act(taskId);
  }
}
