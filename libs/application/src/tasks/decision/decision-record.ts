import { type Answer, taskRule } from '#domain';
import type { TaskContext, NewDecision } from '#persistence';
import type { CommandContext } from '../../shared/command-context.js';
import type { TaskDecision } from '../tasks.schemas.js';

/** What is recorded of a decision that `why` allowed: by whom, under which appointment and mandate, over which artefact. */
export function decisionOf(
  context: CommandContext,
  task: TaskContext,
  command: TaskDecision,
  answer: Answer,
): NewDecision {
  if (answer.appointment === undefined) throw new Error('an allowed decision has an appointment');
  const returnTo = command.returnTo ?? taskRule(task.kind).returnTo[0];
  return {
    outcome: command.outcome,
    reason: command.reason,
    returnTo: command.outcome === 'returned' ? returnTo : undefined,
    artefactHash: command.artefactHash,
    details: command.details,
    officerId: context.actor.officerId,
    appointmentId: answer.appointment.id,
    mandateId: answer.mandateId,
    requestId: context.requestId,
  };
}
