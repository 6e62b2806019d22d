import type { EntityManager } from 'typeorm';
import { rowOf } from '../shared/unit-of-work.js';

export interface LinkedFamilies {
  /** Rows on the list that were linked now. */
  readonly listed: number;
  /** Of them, families that were not known. */
  readonly made: number;
}

/** Which family a row of a list is about. Everything per family is set-based. */
export class FamilyLinkRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Links every row of a list to its family and makes the families that are new, as `link_families` in the schema says: by NIK,
   * else by the card within the city, else a new one. Changes of card and head are noted. One list at a time; a repeat links nothing.
   */
  async link(rosterId: string): Promise<LinkedFamilies> {
    const row = await rowOf<LinkedFamilies>(
      this.manager,
      'select listed::int, made::int from link_families($1::uuid)',
      [rosterId],
    );
    return row ?? { listed: 0, made: 0 };
  }
}
