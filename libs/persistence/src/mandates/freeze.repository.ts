import type { EntityManager } from 'typeorm';
import { DomainError, type Freeze, type FrozenAction } from '#domain';
import { endByTwo, type EndState, proposedEnd } from '../shared/ended-by-two.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface FreezeRow extends Freeze {
  readonly id: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  /** Who has proposed to end it, while that counts. */
  readonly endProposedById: string | null;
  readonly endProposedBy: string | null;
}

const COLUMNS = `f.id, f.name, f.reason, f.territory_code as "territoryCode", f.actions, f.valid_from::text as "validFrom",
  f.valid_to::text as "validTo", o.full_name as "createdBy", f.created_at as "createdAt", f.ended_at as "endedAt", ${proposedEnd('f')}`;

/** Periods in which named actions stand still. */
export class FreezeRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Newest first; those that were ended stay on the list. */
  async list(): Promise<FreezeRow[]> {
    return rowsOf<FreezeRow>(
      this.manager,
      `select ${COLUMNS} from freeze_period f join officer o on o.id = f.created_by
        order by f.valid_from desc, f.created_at desc limit 200`,
    );
  }

  /** Freezes of an action that have not been ended and are not over; `freezeOf` judges place and day. */
  async of(action: FrozenAction): Promise<Freeze[]> {
    return rowsOf<Freeze>(
      this.manager,
      `select name, reason, territory_code as "territoryCode", actions, valid_from::text as "validFrom",
              valid_to::text as "validTo"
         from freeze_period
        where ended_at is null and valid_to >= programme_today() and $1 = any(actions) order by valid_from, id`,
      [action],
    );
  }

  async add(freeze: Freeze, officerId: string): Promise<FreezeRow> {
    const added = await rowOf<FreezeRow>(
      this.manager,
      `with f as (
         insert into freeze_period (name, reason, territory_code, actions, valid_from, valid_to, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, programme_now()) returning *
       )
       select ${COLUMNS} from f join officer o on o.id = f.created_by`,
      [freeze.name, freeze.reason, freeze.territoryCode, freeze.actions, freeze.validFrom, freeze.validTo, officerId],
    );
    if (added === undefined) throw new Error('an added freeze has a row');
    return added;
  }

  /** One officer's word that it should end; the second ends it (`endByTwo`). Throws FREEZE_UNKNOWN, END_SECOND_OFFICER. */
  async end(freezeId: string, officerId: string): Promise<{ state: EndState; territoryCode: string }> {
    const state = await endByTwo(this.manager, 'freeze_period', freezeId, officerId);
    const row = await rowOf<{ territoryCode: string }>(
      this.manager,
      `select territory_code as "territoryCode" from freeze_period where id = $1`,
      [freezeId],
    );
    if (row === undefined || state === undefined) throw new DomainError('FREEZE_UNKNOWN', 'no such freeze');
    return { state, ...row };
  }
}
