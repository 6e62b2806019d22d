import type { TaskKind } from '#domain';
import { type Actors, each, eventually } from '../../../apps/cli/src/demo/actors.js';
import { allocate, openPeriod, type Quota } from '../../../apps/cli/src/demo/allocate.step.js';
import { ApiClient } from '../../../apps/cli/src/demo/api-client.js';
import type { Page } from '../../../apps/cli/src/demo/api-types.js';
import { withMadeUpRoster } from '../../../apps/cli/src/demo/made-up-roster.js';
import { People } from '../../../apps/cli/src/demo/people.js';
import { decideDoubts } from '../../../apps/cli/src/demo/doubts.step.js';
import { loadRoster } from '../../../apps/cli/src/demo/verify.step.js';

const CITY = '32.75';
const FAMILIES = 336;

type Open = (api: ApiClient, people: People, quotas: readonly Quota[]) => Promise<Actors[]>;

async function ofOneCity(url: string, families: number, open: Open): Promise<Actors> {
  const quotas = [{ cityCode: CITY, quotaFamilies: families }];
  const [actors] = await open(new ApiClient(url, 'amanah-demo'), await People.load(url), quotas);
  if (actors === undefined) throw new Error('a city has its actors');
  return actors;
}

/** A new period whose quota nobody has verified yet. */
export const periodInAllocation = (url: string, families: number): Promise<Actors> =>
  ofOneCity(url, families, openPeriod);

/** A new period whose city has accepted its mandate and has no list yet. */
export const periodInRoster = (url: string, families: number): Promise<Actors> => ofOneCity(url, families, allocate);

/** A new period of made-up families whose kelurahan have to verify now, every one of them. */
export async function periodInVerification(url: string): Promise<Actors> {
  const actors = await ofOneCity(url, FAMILIES, allocate);
  await withMadeUpRoster({ cityCode: CITY, families: FAMILIES, seed: 7 }, ({ roster, matches }) =>
    loadRoster(actors, roster, matches),
  );
  await openedEverywhere(actors, 'verification.complete', actors.people.of('kelurahan_operator').length);
  return actors;
}

/** A new period whose lurah have to endorse now, every one of them. */
export async function periodInEndorsement(url: string): Promise<Actors> {
  const actors = await periodInVerification(url);
  const lists = new Set<string>();
  await each(actors.people.of('kelurahan_operator'), async (operator) => {
    lists.add(await verify(actors, operator));
  });
  for (const rosterId of lists) await decideDoubts(actors, rosterId);
  await openedEverywhere(actors, 'endorsement.lurah', actors.people.of('lurah').length);
  return actors;
}

/** The workflows open these tasks one after another: a list read before the last of them is short. */
async function openedEverywhere({ api, periodId }: Actors, kind: TaskKind, tasks: number): Promise<void> {
  await eventually(`${kind} in ${tasks} kelurahan`, async () => {
    const path = `/tasks?view=territory&kind=${kind}&periodId=${periodId}&limit=500`;
    const { rows } = await api.get<Page<{ id: string }>>('dinsos.kepala', path);
    return rows.length >= tasks ? true : undefined;
  });
}

/** One kelurahan's families, all found eligible, sent to its lurah. Answers with the list. */
async function verify(actors: Actors, operator: string): Promise<string> {
  const task = await actors.task(operator, 'verification.complete');
  const families = await actors.api.get<Page<{ id: string; state: string; listedAs: readonly string[] }>>(
    operator,
    `/rosters/${task.subjectId}/families?kelurahanCode=${task.territoryCode}&limit=500`,
  );
  const usable = families.rows.filter(({ state }) => state === 'valid' || state === 'warning');
  const verdicts = usable.map(({ id, listedAs }) => ({
    ...{ rowId: id, verdict: 'eligible' },
    ...(listedAs.length > 0 ? { reason: 'other_person' } : {}),
  }));
  await actors.api.post(operator, `/tasks/${task.id}/verdicts`, { verdicts });
  await actors.act(operator, 'verification.complete', { outcome: 'submitted' });
  return task.subjectId;
}
