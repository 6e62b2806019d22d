import type { EntityManager } from 'typeorm';
import {
  DomainError,
  type MandateKind,
  type MandateState,
  type Measure,
  type StageName,
  type TerritoryLevel,
} from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

/** A mandate with its offices and its balance, as the ledger has it. */
export interface TreeRow {
  id: string;
  parentId: string | null;
  depth: number;
  kind: MandateKind;
  state: MandateState;
  periodId: string;
  territoryCode: string;
  powers: StageName[];
  validFrom: string;
  validTo: string;
  ceiling: Measure;
  used: Measure;
  left: Measure;
  grantor: { id: string; name: string; level: TerritoryLevel; territoryCode: string };
  grantee: { id: string; name: string; level: TerritoryLevel; territoryCode: string };
}

type Figure = { readonly [K in 'ceiling' | 'used' | 'left' as `${K}Families`]: number } & {
  readonly [K in 'ceiling' | 'used' | 'left' as `${K}Rupiah`]: string;
};

const officeJson = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'level', ${alias}.level, 'territoryCode', ${alias}.territory_code)`;

const COLUMNS = `
  m.id, m.parent_id as "parentId", m.depth, m.kind, m.state, m.period_id as "periodId",
  m.territory_code as "territoryCode", m.powers, m.valid_from::text as "validFrom", m.valid_to::text as "validTo",
  m.ceiling_families as "ceilingFamilies", m.ceiling_rupiah::text as "ceilingRupiah",
  b.used_families as "usedFamilies", b.used_rupiah::text as "usedRupiah",
  b.left_families as "leftFamilies", b.left_rupiah::text as "leftRupiah",
  ${officeJson('g')} as grantor, ${officeJson('e')} as grantee`;

const JOINS = `
  join mandate_balance b on b.mandate_id = m.id
  join office g on g.id = m.grantor_office_id join office e on e.id = m.grantee_office_id`;

const UPWARDS = `
  with recursive steps as (
    select id, parent_id from mandate where id = $1
    union all
    select above.id, above.parent_id from mandate above join steps on above.id = steps.parent_id
  )`;

const DOWNWARDS = `
  with recursive steps as (
    select id from mandate where id = $1
    union all
    select below.id from mandate below join steps on below.parent_id = steps.id
  )`;

/**
 * Locks the tree that a mandate belongs to by its root, so that whatever changes a tree happens one after another and
 * never in two orders. Returns the root. Throws MANDATE_UNKNOWN.
 */
export async function lockTree(manager: EntityManager, mandateId: string): Promise<string> {
  const root = await rowOf<{ id: string }>(manager, `${UPWARDS} select id from steps where parent_id is null`, [
    mandateId,
  ]);
  if (root === undefined) throw new DomainError('MANDATE_UNKNOWN', 'no such mandate');
  await manager.query('select 1 from mandate where id = $1 for update', [root.id]);
  return root.id;
}

/** The mandate and everything above it, the root first. */
export async function chainOf(manager: EntityManager, mandateId: string): Promise<TreeRow[]> {
  return read(manager, UPWARDS, mandateId);
}

/** The mandate and everything below it, itself first. */
export async function treeBelow(manager: EntityManager, mandateId: string): Promise<TreeRow[]> {
  return read(manager, DOWNWARDS, mandateId);
}

async function read(manager: EntityManager, steps: string, mandateId: string): Promise<TreeRow[]> {
  const rows = await rowsOf<Omit<TreeRow, 'ceiling' | 'used' | 'left'> & Figure>(
    manager,
    `${steps} select ${COLUMNS} from steps join mandate m on m.id = steps.id ${JOINS} order by m.depth, m.id`,
    [mandateId],
  );
  return rows.map(({ ceilingFamilies, ceilingRupiah, usedFamilies, usedRupiah, leftFamilies, leftRupiah, ...row }) => ({
    ...row,
    ceiling: { families: ceilingFamilies, amountRupiah: BigInt(ceilingRupiah) },
    used: { families: usedFamilies, amountRupiah: BigInt(usedRupiah) },
    left: { families: leftFamilies, amountRupiah: BigInt(leftRupiah) },
  }));
}
