import type { ChildWorkflowHandle } from '@temporalio/workflow';
import type { StageName } from '#domain';
import type { DecisionInbox } from '../tasks/decision-inbox.js';
import type { ProgrammeClock } from '../tasks/programme-clock.js';

/** What a city's run of a period knows: ids, never a person. */
export interface CityPeriod {
  readonly periodId: string;
  readonly cityCode: string;
  readonly clock: ProgrammeClock;
  readonly inbox: DecisionInbox;
  rosterId?: string;
  /** The rounds over doubted families of the list, one after the other. */
  doubts?: Promise<void>;
  decreeId?: string;
  orderId?: string;
  /** ISO date on which untouched money goes back. */
  returnOn?: string;
  /** The repair of the order's failed payments, which goes on beside the stages; a city's report waits for its end. */
  repair?: ChildWorkflowHandle<RunsOrder>;
  /** Orders of the decree by another channel, on their way beside the city's own; its report waits for their end, too. */
  beside?: readonly ChildWorkflowHandle<RunsOrder>[];
}

/** An order of a city, by ids. */
export interface OrderOfCity {
  readonly periodId: string;
  readonly cityCode: string;
  readonly orderId: string;
}

/** A workflow over one order of a city, known here by its shape: what it starts runs through these stages again. */
export type RunsOrder = (order: OrderOfCity) => Promise<void>;

export type StageOutcome =
  | { readonly next: StageName }
  /** The city refused its mandate, or its report was accepted: nothing more to do here. */
  | { readonly end: 'refused' | 'reported' };

/** One stage of a city's period. It waits for people, calls activities, and says where to go next. */
export type StageRunner = (city: CityPeriod) => Promise<StageOutcome>;

export const advanceTo = (next: StageName): StageOutcome => ({ next });

/** The id of something an earlier stage made. */
export function required(id: string | undefined, name: string): string {
  if (id === undefined) throw new Error(`${name} is made by an earlier stage`);
  return id;
}
