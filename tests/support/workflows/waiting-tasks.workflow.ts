import type { TaskKind } from '#domain';
import { DecisionInbox } from '../../../workflows/tasks/decision-inbox.js';
import { decided, type TaskSubject } from '../../../workflows/tasks/human-task.js';
import { ProgrammeClock } from '../../../workflows/tasks/programme-clock.js';

export { followUpDeskWorkflow } from '../../../workflows/follow-up/follow-up-desk.workflow.js';

/** Opens tasks as any stage does, all at once, and waits for them. */
export async function waitingTasksWorkflow(
  wanted: readonly { readonly kind: TaskKind; readonly subject: TaskSubject }[],
): Promise<void> {
  const inbox = new DecisionInbox(await ProgrammeClock.start());
  await Promise.all(wanted.map(({ kind, subject }) => decided(inbox, kind, subject)));
}
