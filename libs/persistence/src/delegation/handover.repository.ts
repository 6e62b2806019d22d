import type { EntityManager } from 'typeorm';
import type { HandoverItemState, HandoverKind, HandoverState, IsoDate, Role, TaskKind } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { openTask } from '../tasks/open-task.js';

export interface HandoverRow {
  readonly id: string;
  readonly fromOfficerId: string;
  readonly fromOfficer: string;
  readonly toOfficerId: string;
  readonly toOfficer: string;
  readonly offeredBy: string;
  readonly reason: string;
  readonly state: HandoverState;
  readonly answerReason: string | null;
  readonly dueOn: IsoDate;
  readonly offeredAt: Date;
  readonly closedAt: Date | null;
  readonly counts: Readonly<Record<HandoverItemState, number>>;
}

export interface HandoverItemRow {
  readonly id: string;
  readonly kind: HandoverKind;
  readonly state: HandoverItemState;
  readonly refusals: readonly { readonly code: string; readonly details: Readonly<Record<string, string>> }[];
  readonly taskId: string | null;
  readonly taskKind: TaskKind | null;
  readonly territoryName: string | null;
  readonly dueOn: IsoDate | null;
  readonly delegationId: string | null;
  readonly settledAt: Date | null;
}

export interface NewHandover {
  readonly fromOfficerId: string;
  readonly toOfficerId: string;
  readonly offeredBy: string;
  readonly reason: string;
  readonly dueOn: IsoDate;
}

export interface SettledItem {
  readonly id: string;
  readonly state: HandoverItemState;
  readonly refusals?: HandoverItemRow['refusals'];
}

/** An office over whose officers somebody stands: the role below, and where. */
export interface Below {
  readonly role: Role;
  readonly territoryCode: string;
}

const COLUMNS = `h.id, h.from_officer_id as "fromOfficerId", g.full_name as "fromOfficer",
  h.to_officer_id as "toOfficerId", r.full_name as "toOfficer", b.full_name as "offeredBy", h.reason, h.state,
  h.answer_reason as "answerReason", h.due_on::text as "dueOn", h.offered_at as "offeredAt", h.closed_at as "closedAt",
  (select jsonb_build_object('offered', count(*) filter (where i.state = 'offered'),
            'accepted', count(*) filter (where i.state = 'accepted'),
            'refused', count(*) filter (where i.state = 'refused'),
            'stayed', count(*) filter (where i.state = 'stayed'),
            'dropped', count(*) filter (where i.state = 'dropped'))
     from handover_item i where i.handover_id = h.id) as counts`;

const FROM = `handover h join officer g on g.id = h.from_officer_id join officer r on r.id = h.to_officer_id
  join officer b on b.id = h.offered_by`;

/** What an officer has in hand; what they hold for an absent colleague stays that colleague's. `$1` is the officer. */
const IN_HAND = `
  select case when t.owner_id = $1 then 'held' when t.delegated_by = $1 then 'accountable' else 'forwarded' end as kind,
         t.id as task_id, null::uuid as delegation_id, t.due_on
    from task t
   where ${openTask('t')} and ((t.owner_id = $1 and t.delegation_id is null) or t.delegated_by = $1
         or (t.owner_id is null and $1::uuid = any(t.potential_owners)))
  union all
  select 'delegation', null, d.id, d.valid_to from office_delegation d
   where $1 in (d.from_officer_id, d.to_officer_id) and d.ended_at is null and d.valid_to >= (select programme_today())`;

/** Packs of everything an officer has in hand. */
export class HandoverRepository {
  constructor(private readonly manager: EntityManager) {}

  /** How much a pack of this officer would hold now, by kind. */
  async inHand(officerId: string): Promise<{ kind: HandoverKind; items: number }[]> {
    const sql = `select kind, count(*)::int as items from (${IN_HAND}) x group by kind order by kind`;
    return rowsOf(this.manager, sql, [officerId]);
  }

  /** The pack with everything in it, in two statements however much it is. A second open one breaks `uq_handover_open`. */
  async offer(handover: NewHandover): Promise<string> {
    const { fromOfficerId, toOfficerId, offeredBy, reason, dueOn } = handover;
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into handover (from_officer_id, to_officer_id, offered_by, reason, due_on, offered_at)
       values ($1, $2, $3, $4, $5, programme_now()) returning id`,
      [fromOfficerId, toOfficerId, offeredBy, reason, dueOn],
    );
    if (row === undefined) throw new Error('an offered pack has a row');
    await this.manager.query(
      `insert into handover_item (handover_id, kind, task_id, delegation_id)
       select $2, kind, task_id, delegation_id from (${IN_HAND}) x order by kind = 'delegation', due_on, task_id`,
      [fromOfficerId, row.id],
    );
    return row.id;
  }

  /** Given by, offered to, or of officers below; open ones first. */
  async list(officerId: string, below: readonly Below[]): Promise<HandoverRow[]> {
    return rowsOf<HandoverRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM}
        where $1 in (h.from_officer_id, h.to_officer_id, h.offered_by) or exists (
              select from appointment a join office f on f.id = a.office_id
                join jsonb_to_recordset($2::jsonb) as w(role text, "territoryCode" text)
                  on w.role = a.role and (w."territoryCode" in ('ID', f.territory_code)
                                          or f.territory_code like w."territoryCode" || '.%')
               where a.officer_id = h.from_officer_id)
        order by h.closed_at is not null, h.offered_at desc, h.id limit 200`,
      [officerId, JSON.stringify(below)],
    );
  }

  async find(handoverId: string): Promise<HandoverRow | undefined> {
    return rowOf<HandoverRow>(this.manager, `select ${COLUMNS} from ${FROM} where h.id = $1`, [handoverId]);
  }

  /** The pack under lock: two answers come one after the other. */
  async lock(handoverId: string): Promise<HandoverRow | undefined> {
    await this.manager.query('select from handover where id = $1 for update', [handoverId]);
    return this.find(handoverId);
  }

  /** Items in the order of the pack, by keyset. */
  async items(handoverId: string, limit: number, afterId?: string): Promise<HandoverItemRow[]> {
    return rowsOf<HandoverItemRow>(
      this.manager,
      `select i.id, i.kind, i.state, i.refusals, i.task_id as "taskId", t.kind as "taskKind",
              coalesce(r.name, t.territory_code) as "territoryName", t.due_on::text as "dueOn",
              i.delegation_id as "delegationId", i.settled_at as "settledAt"
         from handover_item i left join task t on t.id = i.task_id left join territory r on r.code = t.territory_code
        where i.handover_id = $1 and ($2::bigint is null or i.id > $2) order by i.id limit $3`,
      [handoverId, afterId ?? null, limit],
    );
  }

  /** Items that wait for an answer: all, or these. */
  async waiting(handoverId: string, itemIds?: readonly string[]): Promise<HandoverItemRow[]> {
    return rowsOf<HandoverItemRow>(
      this.manager,
      `select i.id, i.kind, i.task_id as "taskId" from handover_item i
        where i.handover_id = $1 and i.state = 'offered' and ($2::bigint[] is null or i.id = any($2)) order by i.task_id`,
      [handoverId, itemIds ?? null],
    );
  }

  async settle(items: readonly SettledItem[]): Promise<void> {
    if (items.length === 0) return;
    await this.manager.query(
      `update handover_item i set state = s.state, refusals = coalesce(s.refusals, '[]'), settled_at = programme_now()
         from jsonb_to_recordset($1::jsonb) as s(id bigint, state text, refusals jsonb)
        where i.id = s.id and i.state = 'offered'`,
      [JSON.stringify(items)],
    );
  }

  /** Closes the pack; what was not answered by then is settled as `rest`. */
  async close(handoverId: string, state: HandoverState, rest: HandoverItemState, reason?: string): Promise<void> {
    await this.manager.query(
      `update handover_item set state = $2, settled_at = programme_now() where handover_id = $1 and state = 'offered'`,
      [handoverId, rest],
    );
    await this.manager.query(
      `update handover set state = $2, answer_reason = $3, closed_at = programme_now() where id = $1`,
      [handoverId, state, reason ?? null],
    );
  }

  /** A line in the audit for each task that moved, in one statement. */
  async audit(taskIds: readonly string[], handover: HandoverRow, requestId: string): Promise<void> {
    await this.manager.query(
      `insert into audit_entry (officer_id, action, subject_type, subject_id, territory_code, details, request_id,
                                occurred_at)
       select $2, 'task.handed_over', 'task', t.id::text, t.territory_code,
              jsonb_build_object('kind', t.kind, 'handover', $3::text, 'from', $4::text), $5, programme_now()
         from task t where t.id = any($1::uuid[]) order by t.id`,
      [taskIds, handover.toOfficerId, handover.id, handover.fromOfficerId, requestId],
    );
  }

  /** Packs that nobody has answered in time, marked as told, with the offices that the giver holds or held. */
  async takeLate(): Promise<{ id: string; offices: Below[] }[]> {
    return rowsOf(
      this.manager,
      `with late as (
         update handover set reminded_at = programme_now()
          where closed_at is null and reminded_at is null and due_on < (select programme_today()) returning *
       )
       select l.id, (select coalesce(jsonb_agg(distinct jsonb_build_object('role', a.role,
                             'territoryCode', f.territory_code)), '[]')
                       from appointment a join office f on f.id = a.office_id
                      where a.officer_id = l.from_officer_id) as offices
         from late l`,
    );
  }
}
