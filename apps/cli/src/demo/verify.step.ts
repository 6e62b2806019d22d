import { type Actors, each } from './actors.js';
import type { Page, TaskView } from './api-types.js';
import { decideDoubts, loadCheckList } from './doubts.step.js';
import type { Progress } from './progress.js';
import { StoppedBefore } from './until.js';

interface FamilyView {
  readonly id: string;
  readonly matchResult: string | null;
  readonly listedAs: readonly string[];
}

/** Of every hundred families on a list the operator finds one that is no longer eligible. */
const ONE_INELIGIBLE_IN = 100;

/** The Dinsos operator loads the roster and the match result and submits both. */
export async function loadRoster(actors: Actors, rosterFile: string, identityFile: string): Promise<void> {
  const operator = actors.who('dinsos_operator');
  const roster = await actors.task(operator, 'roster.submit');
  await actors.api.upload(operator, `/tasks/${roster.id}/roster-files`, rosterFile);
  const loaded = await actors.task(operator, 'roster.submit');
  await actors.decide(operator, loaded, { outcome: 'submitted', details: { leaveOutInvalid: true } });
  await loadCheckList(actors, rosterFile);
  const identity = await actors.task(operator, 'identity.submit');
  await actors.api.upload(operator, `/tasks/${identity.id}/identity-files`, identityFile);
  await actors.act(operator, 'identity.submit', { outcome: 'submitted' });
}

/** Every kelurahan judges its families; the list then goes up from lurah to mayor, once back and up again. */
export async function verify(actors: Actors, progress: Progress): Promise<void> {
  const all = actors.people.of('kelurahan_operator');
  const operators = actors.until === 'verification' ? all.slice(0, -1) : all;
  progress.start('Verdicts in kelurahan', operators.length);
  const lists = new Set<string>();
  await each(operators, async (username) => {
    lists.add(await judge(actors, username));
    progress.tick();
  });
  progress.stop();
  if (actors.until === 'verification') throw new StoppedBefore('verification.complete', all.at(-1) ?? '');
  for (const rosterId of lists) await decideDoubts(actors, rosterId);
  await endorse(actors, progress);
}

/** Answers with the list that was judged. */
async function judge(actors: Actors, username: string): Promise<string> {
  const task = await actors.task(username, 'verification.complete');
  const path = `/tasks/${task.id}/verdicts`;
  await actors.api.post(username, path, { fillRemaining: 'eligible' });
  await actors.api.post(username, path, { verdicts: await remaining(actors, username, task) });
  await actors.act(username, 'verification.complete', { outcome: 'submitted' });
  return task.subjectId;
}

/** Families without a match, and the first of every hundred eligible ones. */
async function remaining(actors: Actors, username: string, task: TaskView) {
  const families = (query: string) =>
    actors.api.get<Page<FamilyView>>(
      username,
      `/rosters/${task.subjectId}/families?kelurahanCode=${task.territoryCode}&limit=500&${query}`,
    );
  const [open, eligible] = await Promise.all([families('verdict=none&state=valid'), families('verdict=eligible')]);
  const warned = await families('verdict=none&state=warning');
  const unmatched = [...open.rows, ...warned.rows].map(verdictOf);
  const left = eligible.rows
    .filter((_family, index) => index % ONE_INELIGIBLE_IN === ONE_INELIGIBLE_IN - 1)
    .map(({ id }) => ({ rowId: id, verdict: 'ineligible', reason: 'capable' }));
  return [...unmatched, ...left];
}

function verdictOf({ id: rowId, matchResult, listedAs }: FamilyView) {
  if (matchResult === 'dead') return { rowId, verdict: 'ineligible', reason: 'deceased' };
  return { rowId, verdict: 'eligible', ...(listedAs.length > 0 ? { reason: 'other_person' } : {}) };
}

async function endorse(actors: Actors, progress: Progress): Promise<void> {
  const { people } = actors;
  const lurah = people.of('lurah');
  const camat = people.of('camat');
  progress.start('Endorsement', lurah.length + camat.length + 2);
  await each(lurah, async (username) => {
    await actors.act(username, 'endorsement.lurah', { outcome: 'approved' });
    progress.tick();
  });
  const [strict, ...others] = camat;
  if (strict !== undefined) await returnOnce(actors, strict);
  await each(others, async (username) => {
    await actors.act(username, 'endorsement.camat', { outcome: 'approved' });
    progress.tick();
  });
  progress.tick();
  await actors.act(actors.who('dinsos_head'), 'endorsement.dinsos', { outcome: 'approved' });
  await actors.act(actors.who('mayor'), 'endorsement.mayor', { outcome: 'approved' });
  progress.tick(2);
  progress.stop();
}

/** One camat returns one kelurahan for correction; it is verified and signed again, the others stay as they are. */
async function returnOnce(actors: Actors, camat: string): Promise<void> {
  const { people } = actors;
  const task = await actors.task(camat, 'endorsement.camat');
  const operator = people.in('kelurahan_operator', task.territoryCode);
  const lurah = people.in('lurah', task.territoryCode);
  const details = { kelurahanCodes: [people.territoryOf(operator)] };
  await actors.decide(camat, task, { outcome: 'returned', reason: 'Cek ulang keluarga yang pindah', details });
  await actors.act(operator, 'verification.complete', { outcome: 'submitted' });
  await actors.act(lurah, 'endorsement.lurah', { outcome: 'approved' });
  await actors.act(camat, 'endorsement.camat', { outcome: 'approved' });
}
