import { type Actors, each, eventually } from './actors.js';
import type { Page } from './api-types.js';

/** Untouched money goes back, and each tier of the city reports. */
export async function returnAndReport(actors: Actors): Promise<void> {
  const { orderId } = await actors.board();
  if (await hasReturn(actors, orderId)) {
    await actors.actOn('ppk', 'return.instruct', orderId);
    await actors.actOn('bendahara', 'return.confirm', orderId);
  }
  await each(actors.people.of('tksk'), (username) =>
    actors.act(username, 'report.kecamatan', { outcome: 'submitted' }),
  );
  await actors.act(actors.who('dinsos_operator'), 'report.city', { outcome: 'submitted' });
  await actors.act('program', 'report.accept', { outcome: 'approved' });
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
    const { stages } = await actors.board();
    return stages.find(({ stage }) => stage === 'return')?.state === 'done' ? false : undefined;
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
