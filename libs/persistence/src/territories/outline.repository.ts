import type { EntityManager } from 'typeorm';
import type { Outline, Polygon } from '#domain';
import { rowsOf } from '../shared/unit-of-work.js';

export interface HashedOutline extends Outline {
  readonly contentHash: string;
}

/** What stands of an outline, without its polygons. */
export interface StandingOutline {
  readonly code: string;
  readonly contentHash: string;
  readonly isDerived: boolean;
}

/** A part of a territory in the register, with its outline where it has one. */
export interface PartOutline {
  readonly parentCode: string;
  readonly polygons: readonly Polygon[] | null;
}

/** So many outlines are written by one statement: a province by desa is tens of megabytes. */
const AT_ONCE = 200;

/** The outlines of territories: loaded, joined, and none ever taken away. */
export class OutlineRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Two files at once would each join what the other changes; readers are not held up. */
  async lock(): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('amanah-outlines'))`);
  }

  async standing(codes: readonly string[]): Promise<ReadonlyMap<string, StandingOutline>> {
    const rows = await rowsOf<StandingOutline>(
      this.manager,
      `select code, content_hash as "contentHash", is_derived as "isDerived" from territory_outline where code = any($1)`,
      [codes],
    );
    return new Map(rows.map((row) => [row.code, row]));
  }

  /** The parts of territories by the register, each territory's together. */
  async partsOf(codes: readonly string[]): Promise<ReadonlyMap<string, PartOutline[]>> {
    const rows = await rowsOf<PartOutline>(
      this.manager,
      `select t.parent_code as "parentCode", o.polygons from territory t left join territory_outline o on o.code = t.code
        where t.parent_code = any($1) order by t.code`,
      [codes],
    );
    return Map.groupBy(rows, ({ parentCode }) => parentCode);
  }

  async write(outlines: readonly HashedOutline[], isDerived: boolean): Promise<void> {
    for (let at = 0; at < outlines.length; at += AT_ONCE) {
      await this.manager.query(
        `insert into territory_outline (code, polygons, content_hash, is_derived)
         select code, polygons, "contentHash", $2 from jsonb_to_recordset($1::jsonb)
           as o(code text, polygons jsonb, "contentHash" text)
         on conflict (code) do update
            set polygons = excluded.polygons, content_hash = excluded.content_hash, is_derived = excluded.is_derived`,
        [JSON.stringify(outlines.slice(at, at + AT_ONCE)), isDerived],
      );
    }
  }
}
