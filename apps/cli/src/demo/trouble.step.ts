import { setTimeout as delay } from 'node:timers/promises';
import type { Actors } from './actors.js';
import type { Page, TaskView } from './api-types.js';

const LOOK_EVERY_MS = 1_000;

interface BreakView {
  readonly id: string;
  readonly isForPeople: boolean;
  readonly resolution: string | null;
  readonly resolutions: readonly string[];
}

/**
 * Whatever goes wrong at the bank meanwhile is mended as officials would: breaks are proposed and settled, and an order that
 * the bank refused is requested and released anew. Ends when told to.
 */
export async function mendTrouble(actors: Actors, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    for (const task of await actors.tasks('bendahara', 'breaks.propose')) await propose(actors, task);
    for (const task of await actors.tasks('ppk', 'breaks.settle')) {
      await actors.decide('ppk', task, { outcome: 'approved' });
    }
    for (const task of await actors.tasks('ppk', 'payment.request')) await sendAgain(actors, 'ppk', task);
    for (const task of await actors.tasks('bendahara', 'payment.release')) await sendAgain(actors, 'bendahara', task);
    await delay(LOOK_EVERY_MS, undefined, { signal: stop }).catch(() => undefined);
  }
}

/** The first way in which each kind of break may end; what the bank would say to it is made up. */
async function propose(actors: Actors, task: TaskView): Promise<void> {
  const path = `/periods/${task.periodId}/breaks?state=open&limit=500&orderId=${task.subjectId}`;
  const { rows } = await actors.api.get<Page<BreakView>>('bendahara', path);
  const resolutions = rows
    .filter(({ isForPeople, resolution }) => isForPeople && resolution === null)
    .map(({ id, resolutions: [first] }) => ({
      breakId: id,
      resolution: first,
      explanation: 'Jawaban tertulis bank atas pertanyaan bendahara (contoh)',
    }));
  if (resolutions.length === 0) return;
  const { artefactHash } = await actors.api.post<{ artefactHash: string }>(
    'bendahara',
    `/tasks/${task.id}/resolutions`,
    { resolutions },
  );
  await actors.decide('bendahara', { ...task, artefactHash }, { outcome: 'approved' });
}

/** Only what the bank has refused before: the first sending has its own place in the story. */
async function sendAgain(actors: Actors, username: string, task: TaskView): Promise<void> {
  const order = await actors.api.get<{ attempt: number }>(username, `/orders/${task.subjectId}`);
  if (order.attempt > 1) await actors.decide(username, task, { outcome: 'approved' });
}
