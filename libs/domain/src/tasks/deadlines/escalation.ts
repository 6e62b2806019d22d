import type { Role } from '../../organisation/role.js';
import { supervisorOf } from '../../organisation/supervisor.js';
import { addCalendarDays, type IsoDate, startOfOfficeDay, type WorkingCalendar } from '../../calendar/working-days.js';
import type { Policy } from '../../policies/policy.js';
import type { TaskKind } from '../../stages/stage-catalogue.js';
import { ownerToAdd } from './added-owner.js';
import { dueAfterSuspension } from './deadline.js';
import { isOpen, type TaskState } from '../life/task-state.js';
import { officeDayAfter, officeDayBefore, officeDayFrom } from './office-day.js';

/** `deadline` is the legal one of a follow-up case, T−30 and T−7. */
export type EscalationStep = 'start' | 'remind' | 'follow-up' | 'late' | 'owner' | 'deadline';

/** All that an escalation can do. None decides, and none takes a right away. */
export type EscalationAct = 'remind' | 'notify' | 'add-owner';

/** Whom it reaches: the holder, those who may take the task, or the office above. */
export type EscalationTo = 'owner' | 'pool' | 'above';

/** How long to wait, from the period's pinned policy; a step whose days are missing there does not happen. */
export interface EscalationPlan {
  /** Working days from opening within which somebody begins. */
  readonly startDays?: number | undefined;
  /** Working days before the due day. */
  readonly remindDays?: number | undefined;
  /** Working days after the due day. */
  readonly ownerDays?: number | undefined;
  /** Calendar days before the legal deadline of a case. */
  readonly deadlineDays: readonly number[];
}

/** What the rule reads of a task. */
export interface EscalationFacts {
  readonly kind: TaskKind;
  /** At which role it lies. */
  readonly responsibleRole: Role;
  readonly state: TaskState;
  readonly isHeld: boolean;
  readonly openedOn: IsoDate;
  /** Somebody begins by this day; null where the policy of its period gives none. */
  readonly startDueOn: IsoDate | null;
  readonly dueOn: IsoDate;
  readonly followUpOn: IsoDate | null;
  /** The legal deadline of its case. */
  readonly deadlineOn: IsoDate | null;
  readonly suspendedOn: IsoDate | null;
  readonly suspendedUntil: IsoDate | null;
  /** The day it came back from its last suspension: what passed before has passed. */
  readonly resumedOn: IsoDate | null;
  /** Keys of the moments that have happened. */
  readonly stepsDone: readonly string[];
}

export interface EscalationMoment {
  /** ISO instant: 08.00 WIB of a working day. */
  readonly at: string;
  readonly step: EscalationStep;
  /** Of the step and the day it was counted from: a deadline that moves makes another moment. */
  readonly key: string;
  readonly tells: readonly { readonly act: EscalationAct; readonly to: EscalationTo; readonly toRole: Role }[];
}

export const escalationPlan = (policy: Policy): EscalationPlan => ({
  startDays: policy.countIf('escalate.start_days'),
  remindDays: policy.countIf('escalate.remind_days'),
  ownerDays: policy.countIf('escalate.owner_days'),
  deadlineDays: ['escalate.first_days', 'escalate.second_days']
    .map((key) => policy.countIf(key))
    .filter((days) => days !== undefined),
});

/**
 * Everything that will happen to a task in silence, in order; what has happened is left out. Nothing happens while it is
 * suspended: it is judged as it will be on the day it comes back. Days of a year without a holiday decree count as weekdays,
 * because told on a holiday is better than never told.
 */
export function escalationMoments(
  task: EscalationFacts,
  plan: EscalationPlan,
  calendar: WorkingCalendar,
): EscalationMoment[] {
  if (!isOpen(task.state)) return [];
  const awake = rested(task, calendar);
  return days(awake, plan, calendar)
    .filter(({ day }) => day > awake.openedOn && day >= (awake.resumedOn ?? day) && day <= (awake.deadlineOn ?? day))
    .map(({ step, from, day }) => moment(awake, step, from, day))
    .filter(({ key, tells }) => tells.length > 0 && !awake.stepsDone.includes(key))
    .sort((one, other) => one.at.localeCompare(other.at) || ORDER.indexOf(one.step) - ORDER.indexOf(other.step));
}

const ORDER: readonly EscalationStep[] = ['follow-up', 'start', 'remind', 'late', 'owner', 'deadline'];

/** A suspended task as it will be when its day comes: due later by the working days it rested. */
export function rested(task: EscalationFacts, calendar: WorkingCalendar): EscalationFacts {
  const { state, suspendedOn, suspendedUntil, startDueOn } = task;
  if (state !== 'suspended' || suspendedOn === null || suspendedUntil === null) return task;
  const later = (day: IsoDate): IsoDate => dueAfterSuspension(calendar, day, suspendedOn, suspendedUntil);
  return {
    ...task,
    state: task.isHeld ? 'reserved' : 'ready',
    dueOn: later(task.dueOn),
    startDueOn: startDueOn && later(startDueOn),
    resumedOn: suspendedUntil,
  };
}

interface StepDay {
  readonly step: EscalationStep;
  /** The day it is counted from, which names it. */
  readonly from: IsoDate;
  readonly day: IsoDate;
}

function days(task: EscalationFacts, plan: EscalationPlan, calendar: WorkingCalendar): StepDay[] {
  const { dueOn, startDueOn, followUpOn, deadlineOn, resumedOn } = task;
  const all: StepDay[] = [{ step: 'late', from: dueOn, day: officeDayAfter(calendar, dueOn, 1) }];
  if (startDueOn !== null && !task.isHeld) {
    all.push({ step: 'start', from: startDueOn, day: officeDayAfter(calendar, startDueOn, 1) });
  }
  if (plan.remindDays !== undefined) {
    all.push({ step: 'remind', from: dueOn, day: officeDayBefore(calendar, dueOn, plan.remindDays) });
  }
  if (plan.ownerDays !== undefined) {
    all.push({ step: 'owner', from: dueOn, day: officeDayAfter(calendar, dueOn, plan.ownerDays) });
  }
  if (followUpOn !== null) {
    const from = resumedOn !== null && followUpOn < resumedOn ? resumedOn : followUpOn;
    all.push({ step: 'follow-up', from: followUpOn, day: officeDayFrom(calendar, from) });
  }
  if (deadlineOn !== null) {
    // The legal clock runs in calendar days and names its morning, be it a Sunday.
    const mornings = plan.deadlineDays.map((before) => addCalendarDays(deadlineOn, -before));
    all.push(...mornings.map((day): StepDay => ({ step: 'deadline', from: day, day })));
  }
  return all;
}

function moment(task: EscalationFacts, step: EscalationStep, from: IsoDate, day: IsoDate): EscalationMoment {
  return { at: startOfOfficeDay(day).toISOString(), step, key: `${step}:${from}`, tells: tellsOf(task, step) };
}

function tellsOf({ kind, responsibleRole, isHeld }: EscalationFacts, step: EscalationStep): EscalationMoment['tells'] {
  const supervisor = supervisorOf(responsibleRole);
  const above = (act: EscalationAct) =>
    supervisor === undefined ? [] : [{ act, to: 'above' as const, toRole: supervisor }];
  const own = (act: EscalationAct) => ({
    act,
    to: isHeld ? ('owner' as const) : ('pool' as const),
    toRole: responsibleRole,
  });
  const pool = { act: 'notify', to: 'pool', toRole: responsibleRole } as const;
  switch (step) {
    case 'remind':
    case 'follow-up':
      return [own('remind')];
    case 'start':
    case 'deadline':
      return [pool, ...above('notify')];
    case 'late':
      return [...(isHeld ? [own('notify')] : []), pool, ...above('notify')];
    case 'owner':
      return above(ownerToAdd(kind, responsibleRole) === undefined ? 'notify' : 'add-owner');
  }
}
