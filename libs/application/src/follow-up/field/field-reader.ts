import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { territoriesWith } from '#domain';
import { FieldConflictRepository, FieldLeaseRepository, type FieldLeaseRow } from '#persistence';
import type { SignedIn } from '../../shared/command-context.js';
import type { FieldConflicts, LeasesInSight } from './field.schemas.js';
import { shownConflict } from './shown-conflict.js';

/** Far more than a city has phones of the field. */
const MOST = 500;

/** What lies on phones, and second versions of visits, in the reader's territory. */
@Injectable()
export class FieldReader {
  constructor(private readonly database: DataSource) {}

  /** Leases with a case in the territory; with `ended` those of before, too. */
  async leases(actor: SignedIn, { ended }: { readonly ended: boolean }): Promise<z.infer<typeof LeasesInSight>> {
    const scopes = territoriesWith(actor, 'field:oversee');
    const rows = await new FieldLeaseRepository(this.database.manager).page(scopes, ended, MOST);
    return rows.map(({ deviceId: _device, officerId: _officer, endedWhy, isOver, ...row }) => ({
      ...row,
      state: stateOf({ endedWhy, isOver }),
    }));
  }

  async conflicts(actor: SignedIn, caseId: string | undefined): Promise<z.infer<typeof FieldConflicts>> {
    const territories = territoriesWith(actor, 'follow-up:read');
    const rows = await new FieldConflictRepository(this.database.manager).page({ territories, caseId, limit: MOST });
    return rows.map((row) => shownConflict(actor, row));
  }
}

const stateOf = ({ endedWhy, isOver }: Pick<FieldLeaseRow, 'endedWhy' | 'isOver'>) =>
  endedWhy ?? (isOver ? 'expired' : 'out');
