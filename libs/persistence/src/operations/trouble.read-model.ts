import type { EntityManager } from 'typeorm';
import { openTask } from '../tasks/open-task.js';
import { rowOf } from '../shared/unit-of-work.js';

/** How much waits too long, over the whole programme: figures for operators' alerts, of no place and of nobody. */
export interface Trouble {
  tasksLate: number;
  breaksLate: number;
  webhooksWaiting: number;
  /** In the last 24 hours, as the next. */
  webhooksGivenUp: number;
  licencesRefused: number;
}

/** A delivery is given up after three days, so that no older one has ended since yesterday unless somebody repeated it. */
const NO_OLDER = `interval '5 days'`;

const TROUBLE = `
  select (select count(*)::int from task where ${openTask()} and due_on < programme_today()) as "tasksLate",
         (select count(*)::int from reconciliation_break where state = 'open' and due_on < programme_today()) as "breaksLate",
         (select count(*)::int from webhook_delivery where state = 'pending') as "webhooksWaiting",
         (select count(*)::int from webhook_delivery where state = 'given_up' and created_at > now() - ${NO_OLDER}
             and closed_at > now() - interval '1 day') as "webhooksGivenUp",
         (select count(*)::int from audit_entry where action = 'licence.refused' and recorded_at > now() - interval '1 day') as "licencesRefused"`;

/** Counts what waits too long. */
export class TroubleReadModel {
  constructor(private readonly manager: EntityManager) {}

  async count(): Promise<Trouble> {
    const row = await rowOf<Trouble>(this.manager, TROUBLE);
    if (row === undefined) throw new Error('counts are always a row');
    return row;
  }
}
