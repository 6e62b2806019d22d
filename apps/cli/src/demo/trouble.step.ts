import { setTimeout as delay } from 'node:timers/promises';
import { addCalendarDays, type IsoDate, jakartaDate } from '#domain';
import type { Actors } from './actors.js';
import type { Page, TaskView } from './api-types.js';
import { moveCalendar } from './distribute.step.js';
import { isSentAgain, repairPayments } from './repair.step.js';

const LOOK_EVERY_MS = 1_000;
/** After so many days without a word the bank is late, by every policy that ships. */
const ANSWER_DAYS = 7;
/** So long a break is left to the bank's next file before the calendar goes to its deadline. */
const PATIENCE_LOOKS = 15;

interface OrderView {
  readonly id: string;
  readonly cityCode: string;
  readonly answeredAt: string | null;
}

interface BreakView {
  readonly id: string;
  readonly orderId: string;
  readonly type: string;
  readonly dueOn: IsoDate;
  readonly isForPeople: boolean;
  readonly resolution: string | null;
  readonly resolutions: readonly string[];
}

/**
 * Whatever goes wrong at the bank meanwhile is mended as officials would: breaks are proposed and settled, and an order that
 * the bank refused is requested and released anew; payments that failed are repaired and made again, and what is left of them is returned. Ends when told to.
 */
export async function mendTrouble(actors: Actors, stop: AbortSignal): Promise<void> {
  for (let looks = 1; !stop.aborted; looks += 1) {
    if (looks % PATIENCE_LOOKS === 0) await passDeadline(actors);
    for (const task of await actors.tasks('bendahara', 'breaks.propose')) await propose(actors, task);
    for (const task of await actors.tasks('ppk', 'breaks.settle')) {
      await actors.decide('ppk', task, { outcome: 'approved' });
    }
    if (actors.until !== 'distribution') await repairPayments(actors);
    for (const task of await actors.tasks('ppk', 'payment.request')) await sendAgain(actors, 'ppk', task);
    for (const task of await actors.tasks('bendahara', 'payment.release')) await sendAgain(actors, 'bendahara', task);
    await returnTheirMoney(actors);
    await delay(LOOK_EVERY_MS, undefined, { signal: stop }).catch(() => undefined);
  }
}

/** The first way in which each kind of break may end; what the bank would say to it is made up. */
async function propose(actors: Actors, task: TaskView): Promise<void> {
  const path = `/periods/${task.periodId}/breaks?state=open&limit=500&orderId=${task.subjectId}`;
  const { rows } = await actors.api.get<Page<BreakView>>('bendahara', path);
  const resolutions = rows
    .filter(({ isForPeople, resolution }) => isForPeople && resolution === null)
    .map(({ id, type, resolutions }) => ({
      breakId: id,
      // A bank that stays silent is not asked for ever.
      resolution: resolutions.at(type === 'late' ? -1 : 0),
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

/** What the bank has refused before, and what pays again: the first sending has its own place in the story. */
async function sendAgain(actors: Actors, username: string, task: TaskView): Promise<void> {
  if (await isSentAgain(actors, username, task.subjectId)) await actors.decide(username, task, { outcome: 'approved' });
}

/**
 * What no file settles waits for people from its deadline on. While the bank has not settled every order that is with it, the
 * story waits for that day: the first order, and those that pay again what failed.
 */
async function passDeadline(actors: Actors): Promise<void> {
  const { rows: orders } = await actors.api.get<Page<OrderView>>(
    'bendahara',
    `/periods/${actors.periodId}/orders?limit=500&states=sent`,
  );
  const unsettled = orders.filter(({ cityCode }) => cityCode === actors.cityCode);
  if (unsettled.length === 0) return;
  const path = `/periods/${actors.periodId}/breaks?state=open&limit=500`;
  const { rows: breaks } = await actors.api.get<Page<BreakView>>('bendahara', path);
  const openOf = ({ id }: OrderView): BreakView[] => breaks.filter(({ orderId }) => orderId === id);
  if (unsettled.some((order) => order.answeredAt === null && openOf(order).length === 0))
    return passDay(actors, ANSWER_DAYS);
  const days = unsettled
    .flatMap(openOf)
    .filter(({ isForPeople }) => !isForPeople)
    .map(({ dueOn }) => dueOn);
  const last = days.toSorted().at(-1);
  if (last !== undefined) await moveCalendar(actors, addCalendarDays(last, 1));
}

/** The calendar goes on by so many days. */
export async function passDay(actors: Actors, days: number): Promise<void> {
  const { now } = await actors.api.get<{ now: string }>('operator', '/clock');
  await moveCalendar(actors, addCalendarDays(jakartaDate(new Date(now)), days));
}

/** Money that was paid again by an order of its own and not used goes back by a return of its own. */
async function returnTheirMoney(actors: Actors): Promise<void> {
  for (const [username, kind] of RETURNS) {
    for (const task of await actors.tasks(username, kind)) {
      if (await isSentAgain(actors, username, task.subjectId))
        await actors.decide(username, task, { outcome: 'approved' });
    }
  }
}

const RETURNS = [
  ['ppk', 'return.instruct'],
  ['bendahara', 'return.confirm'],
] as const;
