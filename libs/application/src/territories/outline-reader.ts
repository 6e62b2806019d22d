import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { type Actor, covers, DomainError, NATION } from '#domain';
import { OutlinesReadModel, ReferenceRepository } from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import type { TerritoryOutlines } from './territories.schemas.js';

interface VersionedOutlines {
  readonly version: string;
  readonly read: () => Promise<z.infer<typeof TerritoryOutlines>>;
}

/** The outlines of the parts of a territory, for maps. */
@Injectable()
export class OutlineReader {
  constructor(private readonly database: DataSource) {}

  /**
   * The version stays the same as long as the outlines do, so whoever has them need not read them again. Throws
   * TERRITORY_UNKNOWN for what is no territory, and for one in which the reader has nothing to do.
   */
  async of(actor: SignedIn, territoryCode: string): Promise<VersionedOutlines> {
    const { manager } = this.database;
    const isThere = territoryCode === NATION || (await new ReferenceRepository(manager).exists(territoryCode));
    if (!isThere || !worksIn(actor, territoryCode)) {
      throw new DomainError('TERRITORY_UNKNOWN', 'no territory of the reader', { value: territoryCode });
    }
    const model = new OutlinesReadModel(manager, territoryCode);
    const version = await model.version();
    return { version, read: async () => ({ territoryCode, parts: await model.parts() }) };
  }
}

/** Whatever the post: where a place lies is no secret of one of them. */
function worksIn({ appointments, standsFor = [] }: Actor, territoryCode: string): boolean {
  const held = [...appointments, ...standsFor.map(({ appointment }) => appointment)];
  return held.some((one) => covers(one.territoryCode, territoryCode));
}
