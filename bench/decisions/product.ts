import { type Actors, eventually } from '../../apps/cli/src/demo/actors.js';
import type { TaskView } from '../../apps/cli/src/demo/api-types.js';
import { People } from '../../apps/cli/src/demo/people.js';
import { QuickClient } from './quick-client.js';

export interface Visit {
  readonly username: string;
  readonly task: TaskView;
}

/** The visits that officers of the sandbox have before them, once there are nearly as many as wanted. */
export async function openVisits(actors: Actors, url: string, wanted: number): Promise<Visit[]> {
  const officers = (await People.load(url)).of('tksk');
  const enough = Math.floor(wanted * 0.8);
  const found = await eventually('the visits', async () => {
    const visits: Visit[] = [];
    for (const username of officers) {
      for (const task of await actors.tasks(username, 'follow-up.visit')) visits.push({ username, task });
    }
    return visits.length >= enough ? visits : undefined;
  });
  return found.slice(0, wanted);
}

/** Claims and decides visits over HTTP, each client one after the other as a person would. */
export async function decideVisits(
  actors: Actors,
  url: string,
  visits: readonly Visit[],
  clients: number,
): Promise<void> {
  const officers = [...new Set(visits.map(({ username }) => username))];
  const tokens = await Promise.all(officers.map(async (name) => [name, await actors.api.tokenOf(name)] as const));
  const quick = new QuickClient(url, new Map(tokens), clients);
  const queue = [...visits];
  const client = async (): Promise<void> => {
    for (let visit = queue.shift(); visit !== undefined; visit = queue.shift()) await claimAndDecide(quick, visit);
  };
  try {
    await Promise.all(Array.from({ length: clients }, client));
  } finally {
    quick.close();
  }
}

async function claimAndDecide(quick: QuickClient, { username, task }: Visit): Promise<void> {
  await quick.command(username, `/tasks/${task.id}/claim`, {});
  await quick.command(username, `/tasks/${task.id}/decide`, {
    artefactHash: task.artefactHash,
    outcome: 'submitted',
    details: { finding: 'pin_forgotten' },
  });
}
