import { setTimeout as delay } from 'node:timers/promises';
import { type Actors, each, eventually } from './actors.js';
import type { Page } from './api-types.js';
import { passDay } from './trouble.step.js';

const LOOK_EVERY_MS = 500;
/** So long the city is left to itself before the calendar goes on by so many days. */
const PATIENCE_LOOKS = 16;
const STEP_DAYS = 35;

/** Untouched money goes back, and each tier of the city reports. */
export async function returnAndReport(actors: Actors): Promise<void> {
  const { orderId } = await actors.board();
  if (await hasReturn(actors, orderId)) {
    await actors.actOn('ppk', 'return.instruct', orderId);
    await actors.actOn('bendahara', 'return.confirm', orderId);
  }
  await allReturned(actors);
  await each(actors.people.of('tksk'), (username) =>
    actors.act(username, 'report.kecamatan', { outcome: 'submitted' }),
  );
  await actors.act(actors.who('dinsos_operator'), 'report.city', { outcome: 'submitted' });
  await actors.act('program', 'report.accept', { outcome: 'approved' });
}

/** Money that was paid again late has days of use of its own, and nobody's task until they are over: the calendar goes on. */
async function allReturned(actors: Actors): Promise<void> {
  for (let looks = 1; !(await isReturnDone(actors)); looks += 1) {
    if (looks % PATIENCE_LOOKS === 0) await passDay(actors, STEP_DAYS);
    await delay(LOOK_EVERY_MS);
  }
}

async function isReturnDone(actors: Actors): Promise<boolean> {
  const { stages } = await actors.board();
  return stages.some(({ stage, state }) => stage === 'return' && state === 'done');
}

/** The KPA closes the period once no city has an open break, and every city has its report accepted. */
export async function closePeriod(actors: Actors): Promise<void> {
  await breaksSettled(actors);
  await actors.act('kpa', 'period.close', { outcome: 'approved' });
}

/** Use is asked for once more at the deadline; where nobody left any money there is nothing to return. */
async function hasReturn(actors: Actors, orderId: string | null): Promise<boolean> {
  return eventually('the return', async () => {
    const tasks = await actors.tasks('ppk', 'return.instruct');
    if (tasks.some(({ subjectId }) => subjectId === orderId)) return true;
    return (await isReturnDone(actors)) ? false : undefined;
  });
}

/** A period with an open break is not closed. */
async function breaksSettled(actors: Actors): Promise<void> {
  await eventually('the last settled break', async () => {
    const path = `/periods/${actors.periodId}/breaks?state=open&limit=1`;
    const { rows } = await actors.api.get<Page<unknown>>('program', path);
    return rows.length === 0 ? true : undefined;
  });
}
