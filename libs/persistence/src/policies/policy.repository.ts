import type { EntityManager } from 'typeorm';
import { type IsoDate, inForceOn, Policy, type PolicyParameter } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

/** The rules of programmes, version by version. */
export class PolicyRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Keeps a programme's rules as a new version, or finds the version that holds this content already. */
  async keep(programme: string, contentHash: string, parameters: readonly PolicyParameter[]): Promise<number> {
    const rows = await rowsOf<{ version: number }>(
      this.manager,
      `with known as (
         select version from policy_version where programme = $1 and content_hash = $2
       ), added as (
         insert into policy_version (programme, version, content_hash, parameters, loaded_at)
         select $1, coalesce(max(version), 0) + 1, $2, $3::jsonb, now() from policy_version where programme = $1
         having not exists (select from known)
         on conflict do nothing returning version
       )
       select version from known union all select version from added`,
      [programme, contentHash, JSON.stringify(parameters)],
    );
    return rows[0]?.version ?? 0;
  }

  /** Every programme with rules. */
  async programmes(): Promise<string[]> {
    const sql = 'select distinct programme from policy_version order by 1';
    return (await rowsOf<{ programme: string }>(this.manager, sql)).map(({ programme }) => programme);
  }

  /** Every dated value of the newest version; none for a programme that has no rules. */
  async parametersOf(programme: string): Promise<PolicyParameter[]> {
    const row = await rowOf<{ parameters: PolicyParameter[] }>(
      this.manager,
      'select parameters from policy_version where programme = $1 order by version desc limit 1',
      [programme],
    );
    return row?.parameters ?? [];
  }

  /** The newest rules of a programme as they hold today: for what belongs to no period. */
  async newest(programme: string): Promise<Policy> {
    return this.#today('where programme = $1', [programme]);
  }

  /** Rules on offices and people, such as terms of delegation, which stand in the rules of whichever programme. */
  async ofOffices(): Promise<Policy> {
    return this.#today('', []);
  }

  async #today(condition: string, values: unknown[]): Promise<Policy> {
    const rows = await rowsOf<{ parameters: PolicyParameter[]; today: IsoDate }>(
      this.manager,
      `select distinct on (programme) parameters, programme_today()::text as today from policy_version ${condition}
        order by programme, version desc`,
      values,
    );
    return new Policy(rows.flatMap(({ parameters, today }) => inForceOn(parameters, today)));
  }
}
