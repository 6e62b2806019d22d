import { type Actors, each, eventually } from './actors.js';
import type { Page } from './api-types.js';
import type { People } from './people.js';

/** Untouched money goes back, each tier reports, and the KPA closes the period. */
export async function returnAndClose(actors: Actors, people: People): Promise<void> {
  const { orderId } = await actors.board();
  if (await hasReturn(actors, orderId)) {
    await actors.actOn('ppk', 'return.instruct', orderId);
    await actors.actOn('bendahara', 'return.confirm', orderId);
  }
  await each(people.of('tksk'), (username) => actors.act(username, 'report.kecamatan', { outcome: 'submitted' }));
  await actors.act('dinsos.operator', 'report.city', { outcome: 'submitted' });
  await actors.act('program', 'report.accept', { outcome: 'approved' });
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
    const { rows } = await actors.api.get<Page<unknown>>('dinsos.kepala', path);
    return rows.length === 0 ? true : undefined;
  });
}
