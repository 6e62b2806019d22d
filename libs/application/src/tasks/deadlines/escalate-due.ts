import type { EntityManager } from 'typeorm';
import { escalationMoments, type EscalationPlan, startOfJakartaDay, type Calendars } from '#domain';
import { EscalationRepository, type EscalationRow, type EscalationScope } from '#persistence';
import { resumeDueTasks } from '../life/resume-due.js';

/** The timer is the workflow's and the row the database's: their clocks may differ by moments. */
const CLOCKS_DIFFER_MS = 60_000;
const MOST_RESUMED = 10_000;

interface Judged {
  readonly rows: readonly EscalationRow[];
  readonly plans: ReadonlyMap<string, EscalationPlan>;
  readonly calendars: Calendars;
}

/**
 * Does what silence has brought upon these tasks by now, each step once however many look, and answers with the instant
 * at which to look again; undefined when nothing more will happen. What was decided meanwhile is left alone, and nobody
 * loses the right to act.
 */
export async function escalateDue(
  manager: EntityManager,
  calendars: Calendars,
  scope: EscalationScope,
): Promise<string | undefined> {
  const escalations = new EscalationRepository(manager);
  await resumeDueTasks(manager, calendars, MOST_RESUMED, scope);
  const { now } = await escalations.today();
  const judged = await judge(escalations, calendars, await escalations.open(scope));
  const by = new Date(now.getTime() + CLOCKS_DIFFER_MS).toISOString();
  const isDue = (row: EscalationRow): boolean => momentsOf(row, judged).some(({ at }) => at <= by);
  const due = judged.rows.filter((row) => row.state !== 'suspended' && isDue(row)).map(({ id }) => id);
  if (due.length === 0) return nextLook(judged);
  const locked = { ...judged, rows: await escalations.lock(due) };
  const performed = locked.rows
    .filter(({ state }) => state !== 'suspended')
    .map((task) => ({ task, moments: momentsOf(task, locked).filter(({ at }) => at <= by) }))
    .filter(({ moments }) => moments.length > 0);
  await escalations.perform(performed, 'workflowId' in scope);
  return nextLook({ ...judged, rows: await escalations.open(scope) });
}

/** When something will happen to these tasks if nobody does anything; undefined when nothing will. */
export async function nextEscalation(
  manager: EntityManager,
  calendars: Calendars,
  scope: EscalationScope,
): Promise<string | undefined> {
  const escalations = new EscalationRepository(manager);
  return nextLook(await judge(escalations, calendars, await escalations.open(scope)));
}

async function judge(
  escalations: EscalationRepository,
  calendars: Calendars,
  rows: readonly EscalationRow[],
): Promise<Judged> {
  const plans = await escalations.plans([...new Set(rows.map(({ periodId }) => periodId))]);
  return { rows, plans, calendars };
}

function momentsOf(row: EscalationRow, { plans, calendars }: Judged) {
  const plan = plans.get(row.periodId);
  if (plan === undefined) throw new Error('a task has a period with a policy');
  return escalationMoments(row, plan, calendars.for(row.territoryCode));
}

/** A suspended task is looked at on the day it comes back, which is what takes it up again. */
function nextLook(judged: Judged): string | undefined {
  const looks = judged.rows.map((row) =>
    row.suspendedUntil === null
      ? momentsOf(row, judged)[0]?.at
      : new Date(startOfJakartaDay(row.suspendedUntil).getTime() + CLOCKS_DIFFER_MS).toISOString(),
  );
  return looks.filter((at) => at !== undefined).sort()[0];
}
