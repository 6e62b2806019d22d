import { setTimeout as delay } from 'node:timers/promises';
import { addCalendarDays, type IsoDate, jakartaDate } from '#domain';
import { type Actors, each, eventually } from './actors.js';
import type { Page } from './api-types.js';
import { type Evidence, treeOf, withEvidence } from './evidence.js';
import { type Measurable, measureOf, measuresSettled } from './measures.step.js';
import type { Progress } from './progress.js';
import { isSentAgain, paymentsRepaired } from './repair.step.js';
import { requestsAnswered } from './requests.step.js';
import { sanctionsSettled } from './sanctions.step.js';
import { StoppedBefore } from './until.js';

/** One case in fifty is not visited in time and lapses at the deadline. */
const ONE_LAPSES_IN = 50;
const USAGE_AFTER_DAYS = 30;
const LOOK_AGAIN_MS = 200;

/** The decree, the order and the bank's answers. The day on which the bank is asked about use. */
export async function order(actors: Actors): Promise<IsoDate> {
  await actors.act('ppk', 'closing.set', { outcome: 'approved' });
  await actors.act('kpa', 'closing.ratify', { outcome: 'approved' });
  await payFirst(actors);
  return usageDay(actors);
}

/** The city's first order; one that goes its own way beside it is signed by whoever watches over trouble. */
export async function payFirst(actors: Actors): Promise<void> {
  await actors.actOn('bendahara', 'payment.release', await requestFirst(actors));
}

/** The SPM of the city's first order, which is named: the treasurer may have the order beside it on the table first. */
export async function requestFirst(actors: Actors): Promise<string> {
  const orderId = await eventually('the first order', async () => {
    for (const { subjectId } of await actors.tasks('ppk', 'payment.request'))
      if (!(await isSentAgain(actors, 'ppk', subjectId))) return subjectId;
    return undefined;
  });
  await actors.actOn('ppk', 'payment.request', orderId);
  return orderId;
}

/** When the bank has answered a released order: the day on which it is asked about use. */
export async function usageDay(actors: Actors): Promise<IsoDate> {
  const { orderId } = await actors.stageReached('distribution');
  if (actors.until === 'distribution') throw new StoppedBefore('the cut-off', 'operator');
  await paymentsRepaired(actors);
  const { executionOn } = await actors.api.get<{ executionOn: IsoDate }>('ppk', `/orders/${orderId ?? ''}`);
  return addCalendarDays(executionOn, USAGE_AFTER_DAYS);
}

/** TKSK visit, Dinsos decides. The day after the deadline, when what nobody reached in time lapses. */
export async function followUp(actors: Actors, progress: Progress): Promise<IsoDate | undefined> {
  const { people } = actors;
  await actors.stageReached('follow-up');
  await casesOpened(actors);
  const cases = (await allCases(actors)).filter(({ id }) => !lapses(id));
  progress.start('Visits and decisions', cases.length);
  const officers = people.of('tksk');
  const tree = await treeOf(actors);
  const excluded = new Set<string>();
  const measured = new Set<string>();
  const decided = actors.until === 'follow-up' ? cases.slice(0, -1) : cases;
  await withEvidence(actors.api, (evidence) =>
    Promise.all([
      ...officers.map((username) =>
        visitAll(actors, username, inside(cases, people.territoryOf(username)), (caseId, taskId) =>
          evidence.bring(username, taskId, tree[hashOf(caseId) % tree.length]),
        ),
      ),
      decideAll(actors, new Set(decided.map(({ id }) => id)), progress, { excluded, measured }),
    ]),
  );
  progress.stop();
  await requestsAnswered(actors);
  await sanctionsSettled(actors, excluded.size);
  await measuresSettled(actors, measured.size);
  if (actors.until === 'follow-up') throw new StoppedBefore('follow-up.decide', actors.who('dinsos_operator'));
  const { deadlineOn } = await actors.board();
  return deadlineOn === null ? undefined : addCalendarDays(deadlineOn, 1);
}

/** All cases are opened at once, and where every family transacted there are none. */
async function casesOpened(actors: Actors): Promise<void> {
  await eventually('the cases', async () => {
    const { cases, stages } = await actors.board();
    const isOver = stages.some(({ stage, state }) => stage === 'follow-up' && state === 'done');
    return isOver || cases.open + cases.decided + cases.lapsed > 0 ? true : undefined;
  });
}

interface CaseView extends Measurable {
  readonly id: string;
  readonly kelurahanCode: string;
  readonly suggests: string | null;
}

async function allCases(actors: Actors): Promise<CaseView[]> {
  const cases: CaseView[] = [];
  for (let cursor = ''; ;) {
    const path = `/periods/${actors.periodId}/cases?limit=500${cursor}`;
    const page = await actors.api.get<Page<CaseView>>(actors.who('dinsos_operator'), path);
    cases.push(...page.rows);
    if (page.next === null) return cases;
    cursor = `&cursor=${page.next}`;
  }
}

const inside = (cases: readonly CaseView[], territoryCode: string): Set<string> =>
  new Set(cases.filter(({ kelurahanCode }) => kelurahanCode.startsWith(territoryCode)).map(({ id }) => id));

type Found = (caseId: string, taskId: string) => ReturnType<Evidence['bring']>;

/** Records a finding for each of these cases, as their tasks come into the inbox. */
async function visitAll(actors: Actors, username: string, toVisit: Set<string>, found: Found): Promise<void> {
  while (toVisit.size > 0) {
    const tasks = (await actors.tasks(username, 'follow-up.visit')).filter((task) => toVisit.has(task.subjectId));
    if (tasks.length === 0) await delay(LOOK_AGAIN_MS);
    await each(tasks, async (task) => {
      const details = await found(task.subjectId, task.id);
      await actors.decide(username, task, { outcome: 'submitted', details });
      toVisit.delete(task.subjectId);
    });
  }
}

/** Of cases that may be held or sent back early, every other is. */
const isMeasured = (caseId: string): boolean => Math.floor(hashOf(caseId) / 2) % 2 === 0;

interface Sorted {
  readonly excluded: Set<string>;
  readonly measured: Set<string>;
}

/** Decides each visited case as its finding suggests, excludes every other family where the rule allows it, or holds or returns its money; what is restricted lies with the head of Dinsos alone. */
async function decideAll(
  actors: Actors,
  toDecide: Set<string>,
  progress: Progress,
  { excluded, measured }: Sorted,
): Promise<void> {
  const deciders = [actors.who('dinsos_operator'), actors.who('dinsos_head')];
  while (toDecide.size > 0) {
    const before = toDecide.size;
    for (const username of deciders) {
      const tasks = (await actors.tasks(username, 'follow-up.decide')).filter((task) => toDecide.has(task.subjectId));
      await each(tasks, async (task) => {
        const found = await actors.api.get<CaseView>(username, `/cases/${task.subjectId}`);
        const details = outcomeOf(task.subjectId, found);
        await actors.decide(username, task, { outcome: 'approved', details });
        if (details.outcome === 'exclude') excluded.add(task.subjectId);
        if (details.outcome === 'hold' || details.outcome === 'return_early') measured.add(task.subjectId);
        toDecide.delete(task.subjectId);
        progress.tick();
      });
    }
    if (toDecide.size === before) await delay(LOOK_AGAIN_MS);
  }
}

function outcomeOf(caseId: string, found: CaseView): { outcome: string } {
  if (found.suggests === null) throw new Error('a case to decide has a finding');
  const measure = isMeasured(caseId) ? measureOf(found) : undefined;
  if (measure !== undefined) return measure;
  const isExcluded = excludes(caseId) && found.offered.some(({ outcome }) => outcome === 'exclude');
  return { outcome: isExcluded ? 'exclude' : found.suggests };
}

const hashOf = (caseId: string): number => Number.parseInt(caseId.replaceAll('-', '').slice(0, 8), 16);
const excludes = (caseId: string): boolean => hashOf(caseId) % 2 === 0;
const lapses = (caseId: string): boolean => hashOf(caseId) % ONE_LAPSES_IN === 0;

/** The calendar is one for all cities: it goes on when the last of them is ready for the day, and never back. */
export async function moveCalendar({ api }: Pick<Actors, 'api'>, date: IsoDate): Promise<void> {
  const { now } = await api.get<{ now: string }>('operator', '/clock');
  if (date > jakartaDate(new Date(now))) await api.post('operator', '/sandbox/clock', { date });
}
