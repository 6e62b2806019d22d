import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { isLive } from '../../organisation/appointments/live-appointment.js';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';

export interface InboxFilterRow {
  readonly id: string;
  readonly name: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly isMine: boolean;
  readonly isShared: boolean;
  readonly author: string;
}

/** A handful is kept; a hundred would need a filter of filters. */
const MOST_KEPT = 30;

const COLUMNS = `f.id, f.name, f.filter, f.officer_id = $1 as "isMine", f.office_id is not null as "isShared",
  (select o.full_name from officer o where o.id = f.officer_id) as author`;

/** Filters of the inbox that officers keep, and those that colleagues share. */
export class InboxFilterRepository {
  constructor(private readonly manager: EntityManager) {}

  /** One's own, and those shared with an office in which one sits today; by name. */
  async list(officerId: string): Promise<InboxFilterRow[]> {
    return rowsOf<InboxFilterRow>(
      this.manager,
      `select ${COLUMNS} from inbox_filter f
        where f.officer_id = $1 or f.office_id in (
              select a.office_id from appointment a
               where a.officer_id = $1 and ${isLive('a')})
        order by f.name, f.id limit 200`,
      [officerId],
    );
  }

  /** Keeps a filter; one's own of the same name is replaced. Shared with one's first office. Throws FILTERS_FULL. */
  async save(
    officerId: string,
    { name, filter, isShared }: { name: string; filter: object; isShared: boolean },
  ): Promise<InboxFilterRow> {
    const row = await rowOf<InboxFilterRow>(
      this.manager,
      `with f as (
         insert into inbox_filter (officer_id, office_id, name, filter, saved_at)
         select $1, case when $4 then (
                  select a.office_id from appointment a
                   where a.officer_id = $1 and ${isLive('a')}
                   order by a.valid_from, a.id limit 1) end, $2, $3::jsonb, programme_now()
          where (select count(*) from inbox_filter e where e.officer_id = $1 and e.name <> $2) < ${MOST_KEPT}
         on conflict (officer_id, name) do update
            set office_id = excluded.office_id, filter = excluded.filter, saved_at = excluded.saved_at
         returning *
       )
       select ${COLUMNS} from f`,
      [officerId, name, JSON.stringify(filter), isShared],
    );
    if (row === undefined) throw new DomainError('FILTERS_FULL', 'too many filters', { most: String(MOST_KEPT) });
    return row;
  }

  /** Removes one's own; another's, or one that is gone, stays as it is. */
  async remove(officerId: string, filterId: string): Promise<void> {
    await this.manager.query('delete from inbox_filter where id = $1 and officer_id = $2', [filterId, officerId]);
  }
}
