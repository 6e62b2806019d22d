import type { EntityManager } from 'typeorm';
import {
  DomainError,
  inForceOn,
  type IsoDate,
  type PaymentChannel,
  Policy,
  type PolicyParameter,
  type StageName,
} from '#domain';
import { type Prepared, preparedRows } from '../shared/prepared.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { openTask } from '../tasks/open-task.js';

export interface PeriodRow {
  id: string;
  programme: string;
  code: string;
  months: string[];
  channel: PaymentChannel;
  policyVersionId: string;
  policyVersion: number;
  state: 'open' | 'closed';
  openedOn: string;
  createdBy: string;
  closedAt: Date | null;
}

export interface AllocationRow {
  cityCode: string;
  cityName: string;
  quotaFamilies: number;
  rupiahPerFamily: string;
  amountRupiah: string;
}

export interface StageProgressRow {
  cityCode: string;
  stage: StageName;
  state: 'running' | 'done';
  startedAt: Date;
  finishedAt: Date | null;
  dueOn: string | null;
}

const PERIOD_COLUMNS = `p.id, p.programme, p.code, p.months, p.channel, p.policy_version_id as "policyVersionId",
  v.version as "policyVersion", p.state, p.opened_on::text as "openedOn", p.created_by as "createdBy",
  p.closed_at as "closedAt"`;

const DESK_POLICY: Prepared = {
  name: 'desk-policy',
  text: `
    select v.parameters, p.opened_on::text as "openedOn", programme_today()::text as today,
           array(select h.day::text from territory_holiday h
                  where h.removed_at is null and (h.territory_code = 'ID' or c.kelurahan_code = h.territory_code
                        or c.kelurahan_code like h.territory_code || '.%')) as holidays
      from (select period_id, kelurahan_code from follow_up_case where desk_workflow_id = $1 limit 1) c
      join period p on p.id = c.period_id join policy_version v on v.id = p.policy_version_id`,
};

interface NewPeriodRow {
  readonly programme: string;
  readonly code: string;
  readonly months: readonly string[];
  readonly channel: string;
  readonly createdBy: string;
}

/** Payment periods, their quotas and how far each city has come. */
export class PeriodRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Opens a period under the newest policy of its programme; one at a time. Throws PERIOD_EXISTS, PERIOD_OVERLAPS where
   * another pays by the same channel for one of its months, or POLICY_MISSING.
   */
  async create(period: NewPeriodRow): Promise<string> {
    await this.refuseOverlap(period);
    const created = await rowOf<{ id: string }>(
      this.manager,
      `insert into period (programme, code, months, channel, policy_version_id, state, opened_on, created_by)
       select $1, $2, $3, $4, v.id, 'open', programme_today(), $5
         from policy_version v where v.programme = $1 order by v.version desc limit 1
       on conflict (programme, code) do nothing returning id`,
      [period.programme, period.code, period.months, period.channel, period.createdBy],
    );
    if (created !== undefined) return created.id;
    const exists = await rowOf(this.manager, 'select 1 from period where programme = $1 and code = $2', [
      period.programme,
      period.code,
    ]);
    if (exists === undefined) throw new DomainError('POLICY_MISSING', 'no policy is loaded', { key: period.programme });
    throw new DomainError('PERIOD_EXISTS', 'this period is open already', { period: period.code });
  }

  private async refuseOverlap({ programme, code, channel, months }: NewPeriodRow): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('period'))`);
    const other = await rowOf<{ code: string }>(
      this.manager,
      `select code from period where programme = $1 and channel = $2 and months && $3::text[] and code <> $4 limit 1`,
      [programme, channel, months, code],
    );
    if (other === undefined) return;
    throw new DomainError('PERIOD_OVERLAPS', 'another period pays for one of these months', { period: other.code });
  }

  /** The open task in which the allocation is being prepared; of several the one this officer holds. */
  async preparedAllocation(periodId: string, officerId: string): Promise<string | undefined> {
    const open = await rowOf<{ id: string }>(
      this.manager,
      `select id from task where kind = 'allocation.prepare' and subject_id = $1 and ${openTask()}
        order by owner_id is not distinct from $2 desc, id limit 1`,
      [periodId, officerId],
    );
    return open?.id;
  }

  async find(periodId: string): Promise<PeriodRow> {
    const row = await rowOf<PeriodRow>(
      this.manager,
      `select ${PERIOD_COLUMNS} from period p join policy_version v on v.id = p.policy_version_id where p.id = $1`,
      [periodId],
    );
    if (row === undefined) throw new DomainError('PERIOD_UNKNOWN', 'no such period');
    return row;
  }

  async list(): Promise<PeriodRow[]> {
    return rowsOf<PeriodRow>(
      this.manager,
      `select ${PERIOD_COLUMNS} from period p join policy_version v on v.id = p.policy_version_id
        order by p.opened_on desc, p.code desc limit 100`,
    );
  }

  /**
   * The rules this period pinned, as they held on the day it was opened. A rule that was not thought of then is taken from the
   * programme's newest policy, so that a running period does not stop at it.
   */
  async policyOf(periodId: string): Promise<Policy> {
    const [policy] = (await this.policiesOf([periodId])).values();
    if (policy === undefined) throw new DomainError('PERIOD_UNKNOWN', 'no such period');
    return policy;
  }

  /** The same of several periods, by their ids. */
  async policiesOf(periodIds: readonly string[]): Promise<Map<string, Policy>> {
    interface Pinned {
      id: string;
      parameters: PolicyParameter[];
      newest: PolicyParameter[];
      openedOn: IsoDate;
    }
    const rows = await rowsOf<Pinned>(
      this.manager,
      `select p.id, v.parameters, p.opened_on::text as "openedOn", (select n.parameters from policy_version n where n.programme = p.programme
                              order by n.version desc limit 1) as newest
         from period p join policy_version v on v.id = p.policy_version_id where p.id = any($1::uuid[])`,
      [periodIds],
    );
    return new Map(
      rows.map(({ id, newest, parameters, openedOn }) => [
        id,
        new Policy([...inForceOn(newest, openedOn), ...inForceOn(parameters, openedOn)]),
      ]),
    );
  }

  /** The policy of a desk's period, the programme's day and the holidays of its place, in one question. */
  async policyOfDesk(deskWorkflowId: string): Promise<{ policy: Policy; today: IsoDate; holidays: IsoDate[] }> {
    const [row] = await preparedRows<{
      parameters: PolicyParameter[];
      openedOn: IsoDate;
      today: IsoDate;
      holidays: IsoDate[];
    }>(this.manager, DESK_POLICY, [deskWorkflowId]);
    if (row === undefined) throw new DomainError('PERIOD_UNKNOWN', 'no such desk');
    return { policy: Policy.on(row.openedOn, row.parameters), today: row.today, holidays: row.holidays };
  }

  async setAllocations(
    periodId: string,
    rupiahPerFamily: bigint,
    quotas: readonly { cityCode: string; quotaFamilies: number }[],
  ): Promise<void> {
    await this.manager.query('delete from allocation where period_id = $1', [periodId]);
    await this.manager.query(
      `insert into allocation (period_id, city_code, quota_families, rupiah_per_family, amount_rupiah)
       select $1, q."cityCode", q."quotaFamilies", $2::bigint, q."quotaFamilies" * $2::bigint
         from jsonb_to_recordset($3::jsonb) as q("cityCode" text, "quotaFamilies" int)`,
      [periodId, rupiahPerFamily.toString(), JSON.stringify(quotas)],
    );
  }

  async allocations(periodId: string): Promise<AllocationRow[]> {
    return rowsOf<AllocationRow>(
      this.manager,
      `select a.city_code as "cityCode", coalesce(t.name, a.city_code) as "cityName",
              a.quota_families as "quotaFamilies", a.rupiah_per_family as "rupiahPerFamily",
              a.amount_rupiah as "amountRupiah"
         from allocation a left join territory t on t.code = a.city_code where a.period_id = $1 order by a.city_code`,
      [periodId],
    );
  }

  /** A city starts (or, after a return, starts again) a stage. */
  async startStage(periodId: string, cityCode: string, stage: StageName, dueOn: string | null): Promise<void> {
    await this.manager.query(
      `insert into stage_progress (period_id, city_code, stage, state, started_at, due_on)
       values ($1, $2, $3, 'running', programme_now(), $4)
       on conflict (period_id, city_code, stage) do update set state = 'running', finished_at = null, due_on = $4`,
      [periodId, cityCode, stage, dueOn],
    );
  }

  async finishStage(periodId: string, cityCode: string, stage: StageName): Promise<void> {
    await this.manager.query(
      `update stage_progress set state = 'done', finished_at = programme_now()
        where period_id = $1 and city_code = $2 and stage = $3 and state = 'running'`,
      [periodId, cityCode, stage],
    );
  }

  async progress(periodId: string, cityCode?: string): Promise<StageProgressRow[]> {
    return rowsOf<StageProgressRow>(
      this.manager,
      `select city_code as "cityCode", stage, state, started_at as "startedAt", finished_at as "finishedAt",
              due_on::text as "dueOn"
         from stage_progress where period_id = $1 and ($2::text is null or city_code = $2)`,
      [periodId, cityCode ?? null],
    );
  }

  async openCity(periodId: string, cityCode: string, mandateId: string): Promise<void> {
    await this.manager.query(
      `insert into city_period (period_id, city_code, mandate_id, state) values ($1, $2, $3, 'open')
       on conflict (period_id, city_code) do nothing`,
      [periodId, cityCode, mandateId],
    );
  }

  async closePeriod(periodId: string): Promise<void> {
    await this.manager.query(
      `update period set state = 'closed', closed_at = programme_now() where id = $1 and state = 'open'`,
      [periodId],
    );
    await this.manager.query(`update city_period set state = 'closed' where period_id = $1`, [periodId]);
  }
}
