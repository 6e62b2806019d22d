import type { EntityManager } from 'typeorm';
import type { StageName } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { openTask } from '../tasks/open-task.js';

export interface StageTasks {
  stage: StageName;
  open: number;
  done: number;
  late: number;
}

/** What the board of a city counts, each with one question. */
export class BoardReadModel {
  constructor(private readonly manager: EntityManager) {}

  /** Tasks of each stage, the ministry's with the city's. */
  async tasks(periodId: string, cityCode: string, today: string): Promise<StageTasks[]> {
    return rowsOf<StageTasks>(
      this.manager,
      `select stage, count(*) filter (where ${openTask()})::int as open,
              count(*) filter (where state = 'completed')::int as done,
              count(*) filter (where ${openTask()} and due_on < $3)::int as late
         from task where period_id = $1 and (city_code = $2 or city_code = 'ID') group by stage`,
      [periodId, cityCode, today],
    );
  }

  async families(rosterId: string | null): Promise<{ onRoster: number; eligible: number; ineligible: number }> {
    const row = await rowOf<{ onRoster: number; eligible: number; ineligible: number }>(
      this.manager,
      `select count(*)::int as "onRoster", count(*) filter (where verdict = 'eligible')::int as eligible,
              count(*) filter (where verdict = 'ineligible')::int as ineligible
         from roster_row where roster_id = $1`,
      [rosterId],
    );
    return row ?? { onRoster: 0, eligible: 0, ineligible: 0 };
  }

  async cases(periodId: string, cityCode: string): Promise<{ open: number; decided: number; lapsed: number }> {
    const row = await rowOf<{ open: number; decided: number; lapsed: number }>(
      this.manager,
      `select count(*) filter (where state in ('to_visit', 'to_decide'))::int as open,
              count(*) filter (where state = 'decided')::int as decided,
              count(*) filter (where state = 'lapsed')::int as lapsed
         from follow_up_case where period_id = $1 and city_code = $2`,
      [periodId, cityCode],
    );
    return row ?? { open: 0, decided: 0, lapsed: 0 };
  }
}
