import type { EntityManager } from 'typeorm';
import { NATION, type Polygon } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface NamedOutline {
  readonly territoryCode: string;
  readonly name: string;
  readonly polygons: readonly Polygon[];
}

/** The outlines of the parts of one territory. */
export class OutlinesReadModel {
  readonly #parts: string;

  constructor(
    private readonly manager: EntityManager,
    private readonly territory: string,
  ) {
    // No province has a parent: the nation is no territory of the register.
    const isPart = territory === NATION ? `t.level = 'province' and $1 = $1` : 't.parent_code = $1';
    this.#parts = `territory t join territory_outline o on o.code = t.code where ${isPart}`;
  }

  /** The same as long as no outline and no name of a part changes. */
  async version(): Promise<string> {
    const row = await rowOf<{ version: string }>(
      this.manager,
      `select encode(sha256(convert_to(coalesce(string_agg(t.code || t.name || o.content_hash, ',' order by t.code), ''), 'UTF8')), 'hex')
              as version from ${this.#parts}`,
      [this.territory],
    );
    return row?.version ?? '';
  }

  async parts(): Promise<NamedOutline[]> {
    return rowsOf(
      this.manager,
      `select t.code as "territoryCode", t.name, o.polygons from ${this.#parts} order by t.code`,
      [this.territory],
    );
  }
}
