import type { EntityManager } from 'typeorm';
import { type ApprovalGroup, type ApprovalPolicy, DomainError, type Pool, type Role, type TaskKind } from '#domain';
import { isLive } from '../organisation/appointments/live-appointment.js';
import { endByTwo, type EndState, proposedEnd } from '../shared/ended-by-two.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface ApprovalPolicyRow extends ApprovalPolicy {
  readonly id: string;
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** Who has proposed to end it, while that counts. */
  readonly endProposedById: string | null;
  readonly endProposedBy: string | null;
}

type StoredRow = Omit<ApprovalPolicyRow, 'bands'> & {
  readonly bands: readonly { readonly fromRupiah: string; readonly groups: readonly ApprovalGroup[] }[];
};

const COLUMNS = `p.id, p.kind, p.territory_code as "territoryCode", p.version, p.bands, p.observers,
  (select o.full_name from officer o where o.id = p.created_by) as "createdBy", p.created_at as "createdAt",
  ${proposedEnd('p')}`;

const fromStored = ({ bands, ...row }: StoredRow): ApprovalPolicyRow => ({
  ...row,
  bands: bands.map(({ fromRupiah, groups }) => ({ fromRupiah: BigInt(fromRupiah), groups })),
});

/** Whose approvals kinds of tasks need: versions that follow each other. */
export class ApprovalPolicyRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Those in force, by kind and territory. */
  async list(): Promise<ApprovalPolicyRow[]> {
    return (
      await rowsOf<StoredRow>(
        this.manager,
        `select ${COLUMNS} from approval_policy p where p.ended_at is null order by p.kind, p.territory_code limit 1000`,
      )
    ).map(fromStored);
  }

  /** The one that holds for a task: of its own territory before one of a territory above. */
  async governing(kind: TaskKind, territoryCode: string): Promise<ApprovalPolicyRow | undefined> {
    const row = await rowOf<StoredRow>(
      this.manager,
      `select ${COLUMNS} from approval_policy p
        where p.ended_at is null and p.kind = $1
          and (p.territory_code in ('ID', $2) or $2 like p.territory_code || '.%')
        order by p.territory_code = 'ID', length(p.territory_code) desc limit 1`,
      [kind, territoryCode],
    );
    return row === undefined ? undefined : fromStored(row);
  }

  /**
   * Puts a version in the place of the one that was seen (0: there was none). Tasks that are open keep theirs. Throws
   * APPROVAL_POLICY_CHANGED when somebody else was first, APPROVAL_POLICY_SECOND unless another officer has proposed to end
   * the version that it replaces: a weaker one in its place would be its end.
   */
  async save(policy: ApprovalPolicy, seenVersion: number, officerId: string): Promise<ApprovalPolicyRow> {
    const { kind, territoryCode, observers } = policy;
    const bands = policy.bands.map(({ fromRupiah, groups }) => ({ fromRupiah: fromRupiah.toString(), groups }));
    await this.manager.query('select pg_advisory_xact_lock(hashtext($1))', [`approval:${kind}:${territoryCode}`]);
    const inForce = await rowOf<{ id: string; version: number; endProposedById: string | null }>(
      this.manager,
      `select id, version, ${proposedEnd('p')} from approval_policy p
        where kind = $1 and territory_code = $2 and ended_at is null`,
      [kind, territoryCode],
    );
    if ((inForce?.version ?? 0) !== seenVersion) {
      throw new DomainError('APPROVAL_POLICY_CHANGED', 'another version is in force');
    }
    if (inForce !== undefined) {
      if (inForce.endProposedById === null || inForce.endProposedById === officerId) {
        throw new DomainError(
          'APPROVAL_POLICY_SECOND',
          'another officer proposes the end of the version in force first',
        );
      }
      await endByTwo(this.manager, 'approval_policy', inForce.id, officerId);
    }
    const saved = await rowOf<StoredRow>(
      this.manager,
      `with p as (
         insert into approval_policy (kind, territory_code, version, bands, observers, created_by, created_at)
         select $1, $2, coalesce(max(e.version), 0) + 1, $3::jsonb, $4, $5, programme_now() from approval_policy e
          where e.kind = $1 and e.territory_code = $2
         returning *
       )
       select ${COLUMNS} from p`,
      [kind, territoryCode, JSON.stringify(bands), observers, officerId],
    );
    if (saved === undefined) throw new Error('a saved policy has a row');
    return fromStored(saved);
  }

  /**
   * One officer's word that it should end; with the second (`endByTwo`) any one officer of the office approves again. Throws
   * APPROVAL_POLICY_UNKNOWN, END_SECOND_OFFICER.
   */
  async end(id: string, officerId: string): Promise<{ state: EndState; kind: TaskKind; territoryCode: string }> {
    const state = await endByTwo(this.manager, 'approval_policy', id, officerId);
    const row = await rowOf<{ kind: TaskKind; territoryCode: string }>(
      this.manager,
      'select kind, territory_code as "territoryCode" from approval_policy where id = $1',
      [id],
    );
    if (row === undefined || state === undefined) {
      throw new DomainError('APPROVAL_POLICY_UNKNOWN', 'no such approval policy');
    }
    return { state, ...row };
  }

  /**
   * Of each role the smallest office that a policy of this territory concerns: in it, around it, or above it. Officers can
   * be asked for by name only where there is one such office.
   */
  async pools(roles: readonly Role[], territoryCode: string): Promise<ReadonlyMap<Role, Pool>> {
    const rows = await rowsOf<Pool & { role: Role }>(
      this.manager,
      `select distinct on (role) role, "territoryCode", officers,
              case when offices = 1 then ids else '{}' end as "officerIds"
         from (
           select a.role, f.territory_code as "territoryCode", count(distinct o.id)::int as officers,
                  array_agg(distinct o.id) as ids, count(*) over (partition by a.role) as offices
             from appointment a join office f on f.id = a.office_id
             join officer o on o.id = a.officer_id and o.disabled_at is null
            where a.role = any($1) and ${isLive('a')}
              and (f.territory_code = 'ID' or $2 = 'ID' or f.territory_code = $2
                   or f.territory_code like $2 || '.%' or $2 like f.territory_code || '.%')
            group by a.role, f.territory_code
         ) office
        order by role, officers, "territoryCode"`,
      [roles, territoryCode],
    );
    return new Map(rows.map(({ role, ...pool }) => [role, pool]));
  }
}
