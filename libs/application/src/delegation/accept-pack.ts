import type { EntityManager } from 'typeorm';
import { type Actor, handedOver, isOpen, isStillIn, type Refusal, whyNotOwner } from '#domain';
import {
  type HandoverItemRow,
  HandoverRepository,
  type HandoverRow,
  type LifeChange,
  lifeOf,
  type TaskContext,
  type SettledItem,
  TaskBulkRepository,
  TaskLifeRepository,
} from '#persistence';
import { toTaskFacts } from '../tasks/decision/task-authority.js';

const CHUNK = 500;

interface Pack {
  readonly handover: HandoverRow;
  readonly receiver: Actor;
  readonly requestId: string;
}

/**
 * Moves the items of a locked pack to its receiver, chunk by chunk in the order of the tasks' ids: what they may own is
 * theirs, what the rules forbid them stays with the giver, what has gone elsewhere meanwhile drops out. Returns each
 * item's end.
 */
export async function acceptItems(
  manager: EntityManager,
  items: readonly HandoverItemRow[],
  pack: Pack,
): Promise<readonly SettledItem[]> {
  const settled: SettledItem[] = items
    .filter(({ taskId }) => taskId === null)
    .map(({ id }) => ({ id, state: 'accepted' }));
  const about = items.filter(({ taskId }) => taskId !== null);
  for (let at = 0; at < about.length; at += CHUNK) {
    settled.push(...(await acceptChunk(manager, about.slice(at, at + CHUNK), pack)));
  }
  await new HandoverRepository(manager).settle(settled);
  return settled;
}

async function acceptChunk(
  manager: EntityManager,
  items: readonly HandoverItemRow[],
  pack: Pack,
): Promise<readonly SettledItem[]> {
  const ids = items.map(({ taskId }) => taskId ?? '');
  const tasks = new Map((await new TaskBulkRepository(manager).lockAll(ids)).map((task) => [task.id, task]));
  const judged = items.map((item) => judge(item, tasks.get(item.taskId ?? ''), pack));
  const changes = judged.flatMap(({ change }) => (change === undefined ? [] : [change]));
  if (changes.length > 0) {
    await new TaskLifeRepository(manager).applyAll(changes);
    const moved = changes.map(({ taskId }) => taskId);
    await new HandoverRepository(manager).audit(moved, pack.handover, pack.requestId);
  }
  return judged.map(({ settled }) => settled);
}

function judge(
  { id, kind }: HandoverItemRow,
  task: TaskContext | undefined,
  { handover, receiver }: Pack,
): { readonly settled: SettledItem; readonly change?: LifeChange } {
  const parties = { giverId: handover.fromOfficerId, receiverId: handover.toOfficerId };
  const from = task && lifeOf(task);
  if (task === undefined || from === undefined || !isOpen(task.state) || !isStillIn(kind, from, parties.giverId)) {
    return { settled: { id, state: 'dropped' } };
  }
  const refusal = whyNotReceiver(receiver, task);
  if (refusal !== undefined) return { settled: { id, state: 'stayed', refusals: [reasonOf(refusal)] } };
  const change = {
    ...{ taskId: task.id, event: 'hand-over' as const, from, to: handedOver(kind, from, parties) },
    ...{ officerId: parties.receiverId, reason: handover.reason },
    details: { handover: handover.id, from: parties.giverId, to: [parties.receiverId] },
  };
  return { settled: { id, state: 'accepted' }, change };
}

/** Four-eyes of the receiver: of who comes to hold it as of who comes to answer for it. */
const whyNotReceiver = (receiver: Actor, task: TaskContext): Refusal | undefined =>
  whyNotOwner(receiver, toTaskFacts(task));

const reasonOf = ({ code, details }: Refusal) => ({ code, details });
