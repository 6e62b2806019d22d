import type { Actors } from '../../apps/cli/src/demo/actors.js';
import { allocate } from '../../apps/cli/src/demo/allocate.step.js';
import { ApiClient } from '../../apps/cli/src/demo/api-client.js';
import { moveCalendar, order } from '../../apps/cli/src/demo/distribute.step.js';
import { withMadeUpRoster } from '../../apps/cli/src/demo/made-up-roster.js';
import { People } from '../../apps/cli/src/demo/people.js';
import { Progress } from '../../apps/cli/src/demo/progress.js';
import { loadRoster, verify } from '../../apps/cli/src/demo/verify.step.js';
import { DEMO_PASSWORD } from '../../apps/cli/src/sandbox.js';

const CITY = '32.75';

/** Plays a period up to its follow-up, so that the decisions measured are real ones with workflows behind them. */
export async function openCases(url: string, families: number): Promise<Actors> {
  const api = new ApiClient(url, DEMO_PASSWORD);
  const people = await People.load(url);
  const [actors] = await allocate(api, people, [{ cityCode: CITY, quotaFamilies: families }]);
  if (actors === undefined) throw new Error('a city has its actors');
  await withMadeUpRoster({ cityCode: CITY, families, seed: 1 }, ({ roster, matches }) =>
    loadRoster(actors, roster, matches),
  );
  await verify(actors, new Progress());
  await moveCalendar(actors, await order(actors));
  await actors.stageReached('follow-up');
  return actors;
}
