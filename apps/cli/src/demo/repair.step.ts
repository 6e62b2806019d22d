import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { RepairAction } from '#domain';
import type { Actors } from './actors.js';
import type { Page, TaskView } from './api-types.js';

interface FailedPaymentView {
  readonly id: string;
  readonly reason: string | null;
  readonly actions: readonly RepairAction[];
  readonly action: RepairAction | null;
}

interface OrderView {
  readonly attempt: number;
  readonly isBeside: boolean;
}

/** So long a payment that failed is left to be asked about, before the story goes on without it. */
const PATIENCE_LOOKS = 20;
/** And no longer than this while nobody repairs it. */
const MOST_LOOKS = 600;
const LOOK_EVERY_MS = 500;
/** The account is closed: until the family has another, the post office pays. */
const CLOSED = 'AC04';
const NOT_YET_PAID = 'decreed,ordered,unreconciled';
const MOST = 500;

/** The city puts down what its families' bank said: the same account again, the post office where the account is
 * closed, or a new one where it was never right; its numbers are made up. */
export async function repairPayments(actors: Actors): Promise<void> {
  const operator = actors.who('dinsos_operator');
  for (const task of await actors.tasks(operator, 'payment.repair')) {
    let { artefactHash } = task;
    for (let left = await undecided(actors, task); left.length > 0; left = await undecided(actors, task)) {
      const repairs = left.map(repairOf);
      const path = `/tasks/${task.id}/repairs`;
      ({ artefactHash } = await actors.api.post<{ artefactHash: string }>(operator, path, { repairs }));
    }
    await actors.decide(operator, { ...task, artefactHash }, { outcome: 'approved' });
  }
}

async function undecided(actors: Actors, task: TaskView): Promise<FailedPaymentView[]> {
  const found: FailedPaymentView[] = [];
  for (let cursor = ''; ;) {
    const path = `/orders/${task.subjectId}/failed-payments?limit=${MOST}${cursor}`;
    const { rows, next } = await actors.api.get<Page<FailedPaymentView>>(actors.who('dinsos_operator'), path);
    found.push(...rows.filter(({ action }) => action === null));
    if (next === null || found.length >= MOST) return found.slice(0, MOST);
    cursor = `&cursor=${next}`;
  }
}

const repairOf = ({ id, reason, actions }: FailedPaymentView) => ({
  entitlementId: id,
  explanation: 'Jawaban tertulis bank penyalur (contoh)',
  ...actionOf(reason, actions),
});

function actionOf(reason: string | null, actions: readonly RepairAction[]): object {
  if (actions.includes('send_again')) return { action: 'send_again' };
  if (reason === CLOSED && actions.includes('by_post')) return { action: 'by_post' };
  return { action: 'new_account', accountNumber: `9${`${randomInt(10 ** 11)}`.padStart(11, '0')}` };
}

/** Whether the story has this order sent by whoever watches over trouble: not the first sending of a city's first order. */
export async function isSentAgain(actors: Actors, username: string, orderId: string): Promise<boolean> {
  const { attempt, isBeside } = await actors.api.get<OrderView>(username, `/orders/${orderId}`);
  return attempt > 1 || isBeside;
}

/** Waits until failed payments have been made again, and the bank has answered for them. */
export async function paymentsRepaired(actors: Actors): Promise<void> {
  let looks = 0;
  for (let all = 0; all < MOST_LOOKS && looks < PATIENCE_LOOKS; all += 1) {
    looks = (await isAnyPaymentOpen(actors)) ? 0 : looks + 1;
    if (looks > 0 && !(await isAny(actors, 'failed'))) return;
    await delay(LOOK_EVERY_MS);
  }
}

async function isAnyPaymentOpen(actors: Actors): Promise<boolean> {
  const tasks = await actors.tasks(actors.who('dinsos_operator'), 'payment.repair');
  return tasks.length > 0 || isAny(actors, NOT_YET_PAID);
}

async function isAny(actors: Actors, states: string): Promise<boolean> {
  const path = `/periods/${actors.periodId}/entitlements?limit=1&states=${states}&territoryCode=${actors.cityCode}`;
  return (await actors.api.get<Page<unknown>>('ppk', path)).rows.length > 0;
}
