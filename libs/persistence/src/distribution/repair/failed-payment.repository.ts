import type { EntityManager } from 'typeorm';
import type { RepairAction } from '#domain';
import { inTerritories } from '../../shared/territory-sql.js';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { TO_REPAIR } from './to-repair.js';

/** A payment that failed, with what is put down for it in this round. */
export interface FailedPaymentRow {
  id: string;
  kpmCode: string;
  kelurahanCode: string;
  kelurahanName: string | null;
  amountRupiah: string;
  reason: string | null;
  action: RepairAction | null;
  explanation: string | null;
}

/** What is put down for one payment. The person and the hash are those of the new account, where there is one. */
export interface NewRepair {
  readonly entitlementId: string;
  readonly action: RepairAction;
  readonly explanation: string;
  readonly payeeSealed?: Buffer | undefined;
  readonly accountHash?: Buffer | undefined;
}

/** Payments of an order that failed and are to be repaired, and what one officer has put down for them. */
export class FailedPaymentRepository {
  constructor(private readonly manager: EntityManager) {}

  /** How many there are to repair in this round. */
  async count(orderId: string): Promise<number> {
    return this.#counted(`select count(*)::int as families from entitlement e ${TO_REPAIR}`, orderId);
  }

  /** How many have nothing put down. */
  async undecided(orderId: string): Promise<number> {
    return this.#counted(
      `select count(*)::int as families from entitlement e ${TO_REPAIR}
          and not exists (select from payment_repair p where p.entitlement_id = e.id and p.round = o.repair_round)`,
      orderId,
    );
  }

  async page(
    orderId: string,
    filter: { readonly territories: readonly string[]; readonly afterId?: string | undefined; readonly limit: number },
  ): Promise<FailedPaymentRow[]> {
    return rowsOf<FailedPaymentRow>(
      this.manager,
      `select e.id, e.kpm_code as "kpmCode", e.kelurahan_code as "kelurahanCode", t.name as "kelurahanName",
              e.amount_rupiah as "amountRupiah", e.reason, p.action, p.explanation
         from (select e.*, o.repair_round from entitlement e ${TO_REPAIR}) e
         left join territory t on t.code = e.kelurahan_code
         left join payment_repair p on p.entitlement_id = e.id and p.round = e.repair_round
        where ${inTerritories('e.kelurahan_code', '$2')} and ($3::bigint is null or e.id > $3)
        order by e.id limit $4`,
      [orderId, filter.territories, filter.afterId ?? null, filter.limit],
    );
  }

  /** The one with this id, with the sealed person whose account is repaired; undefined where it is not to be repaired. */
  async find(orderId: string, id: string): Promise<{ reason: string | null; sealed: Buffer } | undefined> {
    return rowOf<{ reason: string | null; sealed: Buffer }>(
      this.manager,
      `select e.reason, coalesce(e.payee_sealed, f.sealed) as sealed
         from entitlement e join roster_row f on f.id = e.roster_row_id ${TO_REPAIR} and e.id = $2`,
      [orderId, id],
    );
  }

  /** Puts something down; the newest counts. */
  async save(orderId: string, officerId: string, repair: NewRepair): Promise<void> {
    await this.manager.query(
      `insert into payment_repair (order_id, entitlement_id, round, action, payee_sealed, account_hash, explanation, decided_by, decided_at)
       select o.id, $2, o.repair_round, $3, $4, $5, $6, $7, programme_now() from payment_order o where o.id = $1
       on conflict (entitlement_id, round) do update
       set action = excluded.action, payee_sealed = excluded.payee_sealed, account_hash = excluded.account_hash,
           explanation = excluded.explanation, decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
      [
        ...[orderId, repair.entitlementId, repair.action, repair.payeeSealed ?? null, repair.accountHash ?? null],
        ...[repair.explanation, officerId],
      ],
    );
  }

  /** Puts the same down for every payment with this reason that has nothing yet; null is those without a reason. Answers with how many. */
  async saveAlike(
    orderId: string,
    officerId: string,
    alike: { readonly reason: string | null; readonly action: RepairAction; readonly explanation: string },
  ): Promise<number> {
    return this.#counted(
      `with saved as (
         insert into payment_repair (order_id, entitlement_id, round, action, explanation, decided_by, decided_at)
         select o.id, e.id, o.repair_round, $3, $4, $5, programme_now()
           from entitlement e ${TO_REPAIR} and e.reason is not distinct from $2
         on conflict (entitlement_id, round) do nothing returning 1
       ) select count(*)::int as families from saved`,
      orderId,
      [alike.reason, alike.action, alike.explanation, officerId],
    );
  }

  /** Whether an account belongs to another family: on the period's payments, or put down for one in this round. */
  async isOthersAccount(orderId: string, entitlementId: string, accountHash: Buffer): Promise<boolean> {
    const row = await rowOf(
      this.manager,
      `select 1 from entitlement own join payment_order o on o.id = $1
        where own.id = $2
          and (exists (select from entitlement e where e.period_id = own.period_id and e.account_hash = $3 and e.nik_hash <> own.nik_hash)
            or exists (select from payment_repair p join entitlement e on e.id = p.entitlement_id
                        where p.order_id = o.id and p.round = o.repair_round and p.account_hash = $3 and e.nik_hash <> own.nik_hash))`,
      [orderId, entitlementId, accountHash],
    );
    return row !== undefined;
  }

  /** What is put down in this round, as it is hashed and signed, and how many failed payments it is about. */
  async paper(orderId: string): Promise<{ round: number; hash: string; families: number; amountRupiah: string }> {
    const row = await rowOf<{ round: number; hash: string; families: number; amountRupiah: string }>(
      this.manager,
      `select o.repair_round as round, s.families, s.rupiah as "amountRupiah",
              encode(sha256(convert_to(o.id || '|' || o.repair_round || '|' || coalesce(string_agg(
                concat_ws('|', e.id, e.amount_rupiah, p.action, encode(p.account_hash, 'hex'), encode(sha256(p.payee_sealed), 'hex'), p.explanation),
                ',' order by e.id), ''), 'utf8')), 'hex') as hash
         from payment_order o
         left join payment_repair p on p.order_id = o.id and p.round = o.repair_round
         left join entitlement e on e.id = p.entitlement_id
         cross join (select count(*)::int as families, coalesce(sum(e.amount_rupiah), 0)::text as rupiah from entitlement e ${TO_REPAIR}) s
        where o.id = $1 group by o.id, s.families, s.rupiah`,
      [orderId],
    );
    if (row === undefined) throw new Error('an order has a paper');
    return row;
  }

  async #counted(sql: string, orderId: string, values: readonly unknown[] = []): Promise<number> {
    return (await rowOf<{ families: number }>(this.manager, sql, [orderId, ...values]))?.families ?? 0;
  }
}
