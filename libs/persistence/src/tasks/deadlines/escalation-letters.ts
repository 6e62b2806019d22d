import { type EscalationAct, type EscalationMoment, type EscalationTo, type Role, sumRupiah } from '#domain';
import type { NewLetter } from '../../notifications/notification.repository.js';
import type { DueEscalation, EscalationRow } from './due-escalation.js';

interface Telling {
  readonly task: EscalationRow;
  readonly moment: EscalationMoment;
  readonly act: EscalationAct;
  readonly to: EscalationTo;
  readonly toRole: Role;
}

/**
 * What officers are told of these moments. A task on its own is a letter on its own; the tasks of a desk that come to the
 * same moment are one letter with their number, for nobody reads fifty-two.
 */
export function lettersOf(due: readonly DueEscalation[], isDesk: boolean): NewLetter[] {
  const tellings = due.flatMap(({ task, moments }) =>
    moments.flatMap((moment) => moment.tells.map((tell): Telling => ({ task, moment, ...tell }))),
  );
  const groups = Map.groupBy(tellings, (telling) => groupOf(telling, isDesk));
  return [...groups.values()].map((group) => letterOf(group, isDesk));
}

function groupOf({ task, moment, act, to, toRole }: Telling, isDesk: boolean): string {
  const whom = to === 'owner' ? task.ownerId : to === 'pool' ? task.potentialOwners : null;
  return JSON.stringify([isDesk ? task.workflowId : task.id, task.kind, moment.key, act, to, toRole, whom]);
}

function letterOf(group: readonly Telling[], isDesk: boolean): NewLetter {
  const [first] = group;
  if (first === undefined) throw new Error('a group is never empty');
  const { task, moment, act, to, toRole } = first;
  const tasks = group.map((telling) => telling.task);
  // Whoever holds a task and its office is told once; of a desk's many, what is one's own and what is the office's.
  const scope = isDesk ? `${task.workflowId}:${task.kind}:${to === 'owner' ? 'own' : 'office'}` : task.id;
  const named = to === 'owner' ? [task.ownerId] : to === 'pool' ? task.potentialOwners : null;
  return {
    kind: act === 'remind' ? 'task.reminder' : 'task.escalated',
    key: `escalation:${scope}:${moment.key}`,
    taskId: isDesk && tasks.length > 1 ? null : task.id,
    details: {
      ...{ step: moment.step, act, kind: task.kind, territory: task.territoryCode, tasks: tasks.length },
      dueOn: tasks.map(({ dueOn }) => dueOn).reduce((one, other) => (other < one ? other : one)),
      families: tasks.reduce((sum, { families }) => sum + families, 0),
      amountRupiah: sumRupiah(tasks.map(({ amountRupiah }) => BigInt(amountRupiah))).toString(),
    },
    officerIds: named,
    role: named === null ? toRole : null,
    territory: task.territoryCode,
  };
}
