import { type Actors, eventually } from '../../apps/cli/src/demo/actors.js';
import type { TaskView } from '../../apps/cli/src/demo/api-types.js';
import { People } from '../../apps/cli/src/demo/people.js';
import { seconds } from '../row.js';

interface Visit {
  readonly username: string;
  readonly task: TaskView;
}

/** Visits claimed and decided per second, each client one at a time as a person would. */
export async function productDecisionsPerSecond(
  actors: Actors,
  url: string,
  atMost: number,
  clients: number,
): Promise<number> {
  const officers = (await People.load(url)).of('tksk');
  const visits = (await gather(actors, officers, atMost)).slice(0, atMost);
  const count = visits.length;
  const client = async (): Promise<void> => {
    for (let visit = visits.shift(); visit !== undefined; visit = visits.shift()) {
      await actors.api.post(visit.username, `/tasks/${visit.task.id}/claim`);
      const details = { finding: 'pin_forgotten' };
      await actors.decide(visit.username, visit.task, { outcome: 'submitted', details });
    }
  };
  return count / (await seconds(() => Promise.all(Array.from({ length: clients }, client))));
}

async function gather(actors: Actors, officers: readonly string[], wanted: number): Promise<Visit[]> {
  const enough = Math.floor(wanted * 0.8);
  return eventually('the visits', async () => {
    const found: Visit[] = [];
    for (const username of officers) {
      for (const task of await actors.tasks(username, 'follow-up.visit')) found.push({ username, task });
    }
    return found.length >= enough ? found : undefined;
  });
}
