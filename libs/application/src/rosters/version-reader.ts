import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { DomainError, territoriesWith } from '#domain';
import { RosterRepository, RosterVersionRepository } from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import { ByNumber, decodeCursor, toPage } from '../shared/page.js';
import { demandListSight } from './demand-list-sight.js';
import type { RosterChanges, RosterChangesQuery, RosterVersionList } from './rosters.schemas.js';

/** Versions of a list side by side, as their readers may see them: within their territories, masked. */
@Injectable()
export class VersionReader {
  constructor(private readonly database: DataSource) {}

  async list(actor: SignedIn, rosterId: string): Promise<z.infer<typeof RosterVersionList>> {
    await this.demandSight(actor, rosterId);
    return new RosterVersionRepository(this.database.manager).versions(rosterId);
  }

  /** What changed from another version of the same list. Throws ROSTER_UNKNOWN for one of another period or city. */
  async changes(actor: SignedIn, rosterId: string, query: RosterChangesQuery): Promise<z.infer<typeof RosterChanges>> {
    await this.demandSight(actor, rosterId);
    const versions = new RosterVersionRepository(this.database.manager);
    if (!(await versions.versions(rosterId)).some(({ id }) => id === query.from)) {
      throw new DomainError('ROSTER_UNKNOWN', 'not a version of this list');
    }
    const filter = { fromId: query.from, toId: rosterId, territories: territoriesWith(actor, 'roster:read') };
    const afterId = decodeCursor(query.cursor, ByNumber)?.id;
    const rows = await versions.changes({ ...filter, afterId, limit: query.limit + 1 });
    return { ...(await versions.changeCounts(filter)), ...toPage(rows, query.limit, ({ id }) => ({ id })) };
  }

  private async demandSight(actor: SignedIn, rosterId: string): Promise<void> {
    const { cityCode } = await new RosterRepository(this.database.manager).summary(rosterId);
    demandListSight(actor, cityCode);
  }
}
