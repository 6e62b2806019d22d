import type { EntityManager } from 'typeorm';
import { DomainError, type Receipt, type SpotAnswer, type UnreachedReason } from '#domain';
import { familyOfRow } from '../families/family-of-row.js';
import { inTerritories } from '../shared/territory-sql.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export const SPOT_FAMILY_VIEWS = ['to_visit', 'answered', 'unreached'] as const;
export type SpotFamilyView = (typeof SPOT_FAMILY_VIEWS)[number];

export interface SpotFamilyRow {
  id: string;
  rowId: string;
  kpmCode: string;
  familyCode: string | null;
  nikMasked: string;
  stratumCode: string;
  kelurahanCode: string;
  kelurahanName: string | null;
  rtRw: string | null;
  position: number;
  isReplacement: boolean;
  isReplaced: boolean;
  receipt: Receipt | null;
  usedForFood: SpotAnswer | null;
  ownControl: SpotAnswer | null;
  fairPrice: SpotAnswer | null;
  unreached: UnreachedReason | null;
  noteSealed: Buffer | null;
  visitedOn: string | null;
  visitor: string | null;
}

export interface NewSpotResult {
  readonly familyId: string;
  readonly receipt: Receipt | null;
  readonly usedForFood: SpotAnswer | null;
  readonly ownControl: SpotAnswer | null;
  readonly fairPrice: SpotAnswer | null;
  readonly unreached: UnreachedReason | null;
  readonly noteSealed: Buffer | null;
  readonly visitedOn: string;
  readonly notedBy: string;
}

/** SQL: the families of a check that are to be visited, each with what its last visit found; those kept behind stay out of sight. */
export const SPOT_SAMPLE = `spot_check_family f left join lateral (
    select r.* from spot_check_result r where r.family_id = f.id order by r.id desc limit 1) r on true`;
export const IN_SAMPLE = '(f.is_drawn or f.replaces_id is not null)';
export const IS_REPLACED = 'exists (select from spot_check_family g where g.replaces_id = f.id)';

const VIEWS: Readonly<Record<SpotFamilyView, string>> = {
  to_visit: 'r.id is null',
  answered: 'r.receipt is not null',
  unreached: 'r.unreached is not null',
};

const COLUMNS = `f.id, x.id as "rowId", e.kpm_code as "kpmCode", ${familyOfRow('x.id')} as "familyCode",
  '••••' || coalesce(x.nik_tail, '') as "nikMasked", f.stratum_code as "stratumCode", f.kelurahan_code as "kelurahanCode",
  (select t.name from territory t where t.code = f.kelurahan_code) as "kelurahanName", x.rt_rw as "rtRw", f.position,
  f.replaces_id is not null as "isReplacement", ${IS_REPLACED} as "isReplaced", r.receipt, r.used_for_food as "usedForFood",
  r.own_control as "ownControl", r.fair_price as "fairPrice", r.unreached, r.note_sealed as "noteSealed",
  r.visited_on::text as "visitedOn", (select o.full_name from officer o where o.id = r.noted_by) as visitor`;
const FROM = `${SPOT_SAMPLE} join entitlement e on e.id = f.entitlement_id join roster_row x on x.id = e.roster_row_id`;

/** Families of spot checks within the territories of who works on them, masked, and what visits found. */
export class SpotCheckSampleRepository {
  constructor(private readonly manager: EntityManager) {}

  /** By kecamatan and in the order of the draw; replacements have their place there. */
  async families(
    territories: readonly string[],
    spotCheckId: string,
    { view, afterId, limit }: { view?: SpotFamilyView | undefined; afterId?: string | undefined; limit: number },
  ): Promise<SpotFamilyRow[]> {
    return rowsOf<SpotFamilyRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM}
        where f.spot_check_id = $2 and ${IN_SAMPLE} and ${inTerritories('f.kelurahan_code', '$1')}
          and ($3::bigint is null or f.id > $3)${view === undefined ? '' : ` and ${VIEWS[view]}`}
        order by f.id limit $4`,
      [territories, spotCheckId, afterId ?? null, limit],
    );
  }

  /** Throws SPOT_CHECK_FAMILY_UNKNOWN for one of another check, territory, or behind the sample. */
  async family(territories: readonly string[], spotCheckId: string, familyId: string): Promise<SpotFamilyRow> {
    const row = await rowOf<SpotFamilyRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM}
        where f.spot_check_id = $2 and f.id = $3 and ${IN_SAMPLE} and ${inTerritories('f.kelurahan_code', '$1')}`,
      [territories, spotCheckId, familyId],
    );
    if (row === undefined) throw new DomainError('SPOT_CHECK_FAMILY_UNKNOWN', 'no such family of the sample in sight');
    return row;
  }

  async note(result: NewSpotResult): Promise<void> {
    await this.manager.query(
      `insert into spot_check_result (family_id, receipt, used_for_food, own_control, fair_price, unreached, note_sealed, visited_on, noted_by, noted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, programme_now())`,
      [
        ...[result.familyId, result.receipt, result.usedForFood, result.ownControl, result.fairPrice],
        ...[result.unreached, result.noteSealed, result.visitedOn, result.notedBy],
      ],
    );
  }

  /** The next of its stratum in the order of the draw takes its place; false where nobody is left. */
  async replace(spotCheckId: string, familyId: string): Promise<boolean> {
    const row = await rowOf(
      this.manager,
      `update spot_check_family set replaces_id = $2 where id = (
         select n.id from spot_check_family n join spot_check_family f on f.id = $2 and f.stratum_code = n.stratum_code
          where n.spot_check_id = $1 and not n.is_drawn and n.replaces_id is null order by n.position limit 1)
       returning id`,
      [spotCheckId, familyId],
    );
    return row !== undefined;
  }

  /** Whether the family is the officer's own, by its card. */
  async isOwnHousehold(familyId: string, officerId: string): Promise<boolean> {
    const sql = `select 1 from spot_check_family f join entitlement e on e.id = f.entitlement_id
       join family_listing l on l.roster_row_id = e.roster_row_id join family y on y.id = l.family_id
       join officer o on o.household_hash = y.kk_hash where f.id = $1 and o.id = $2`;
    return (await rowOf(this.manager, sql, [familyId, officerId])) !== undefined;
  }
}
