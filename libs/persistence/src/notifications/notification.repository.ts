import type { EntityManager } from 'typeorm';
import type { NotificationKind, Role } from '#domain';
import { isLive } from '../organisation/appointments/live-appointment.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { holdersOf } from './holders.js';

export interface NewNotification {
  readonly kind: NotificationKind;
  /** Of the occasion: the same key tells an officer once. */
  readonly key: string;
  readonly taskId?: string | undefined;
  /** Codes, counts and dates that fill the sentence; no personal data. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

export interface NotificationRow {
  id: string;
  kind: string;
  details: Record<string, unknown>;
  taskId: string | null;
  taskKind: string | null;
  isTaskOpen: boolean;
  territoryCode: string | null;
  territoryName: string | null;
  dueOn: string | null;
  occurredAt: Date;
  readAt: Date | null;
}

export interface NotificationPage {
  readonly unread: boolean;
  readonly beforeId?: string | undefined;
  readonly limit: number;
}

/** What is unread, for the count as for the list. */
const UNREAD = 'n.read_at is null';

/** A notification with whom it is for: these officers, or whoever holds the office for the territory today. */
export interface NewLetter {
  readonly kind: NotificationKind;
  readonly key: string;
  readonly taskId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly officerIds: readonly (string | null)[] | null;
  readonly role: Role | null;
  readonly territory: string;
}

/** What officers are told, written in the transaction that made it true. */
export class NotificationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Tells these officers; whoever was told by the same key is not told again. Returns how many were told. */
  async tell(officerIds: readonly string[], notification: NewNotification): Promise<number> {
    return this.insert('unnest($5::uuid[]) as who(id)', notification, [officerIds]);
  }

  /** Tells everybody who holds the office for this territory today. Returns how many were told. */
  async tellOffice(role: Role, territoryCode: string, notification: NewNotification): Promise<number> {
    const holders = `(select distinct a.officer_id as id from ${holdersOf('$5', '$6')}) who`;
    return this.insert(holders, notification, [role, territoryCode]);
  }

  /** Many at once, in one statement; an officer who is told by the same key more than once is told once. */
  async tellAll(letters: readonly NewLetter[]): Promise<void> {
    if (letters.length === 0) return;
    await this.manager.query(
      `insert into notification (officer_id, kind, key, task_id, details, occurred_at)
       select distinct on (who.id, n.key) who.id, n.kind, n.key, n."taskId", n.details, programme_now()
         from jsonb_to_recordset($1::jsonb) as n(kind text, key text, "taskId" uuid, details jsonb, "officerIds" uuid[],
              role text, territory text)
        cross join lateral (
          select unnest(n."officerIds") as id
          union
          select a.officer_id from appointment a join office f on f.id = a.office_id
           where a.role = n.role and ${isLive('a')}
             and (f.territory_code = 'ID' or n.territory = f.territory_code or n.territory like f.territory_code || '.%')
        ) who
         join officer o on o.id = who.id and o.disabled_at is null
       on conflict (officer_id, key) do nothing`,
      [JSON.stringify(letters)],
    );
  }

  /** An officer's own, newest first. */
  async page(officerId: string, { unread, beforeId, limit }: NotificationPage): Promise<NotificationRow[]> {
    return rowsOf<NotificationRow>(
      this.manager,
      `select n.id, n.kind, n.details, n.task_id as "taskId", t.kind as "taskKind",
              t.id is not null and t.closed_at is null as "isTaskOpen", r.code as "territoryCode",
              r.name as "territoryName", t.due_on::text as "dueOn", n.occurred_at as "occurredAt", n.read_at as "readAt"
         from notification n left join task t on t.id = n.task_id
         left join territory r on r.code = coalesce(t.territory_code, n.details ->> 'territoryCode')
        where n.officer_id = $1 and ($2::bigint is null or n.id < $2) ${unread ? `and ${UNREAD}` : ''}
        order by n.id desc limit $3`,
      [officerId, beforeId ?? null, limit],
    );
  }

  async unread(officerId: string): Promise<number> {
    const sql = `select count(*)::int as unread from notification n where n.officer_id = $1 and ${UNREAD}`;
    return (await rowOf<{ unread: number }>(this.manager, sql, [officerId]))?.unread ?? 0;
  }

  /** Marks an officer's own as read: these, or all up to one. What is read already, and what is another's, stays as it is. */
  async markRead(
    officerId: string,
    which: { readonly ids: readonly string[] } | { readonly upTo: string },
  ): Promise<void> {
    const [condition, value] =
      'ids' in which ? ['n.id = any($2::bigint[])', which.ids] : ['n.id <= $2::bigint', which.upTo];
    await this.manager.query(
      `update notification n set read_at = now() where n.officer_id = $1 and ${UNREAD} and ${condition}`,
      [officerId, value],
    );
  }

  private async insert(recipients: string, notification: NewNotification, parameters: unknown[]): Promise<number> {
    const { kind, key, taskId = null, details = {} } = notification;
    const notified = await rowsOf(
      this.manager,
      `insert into notification (officer_id, kind, key, task_id, details, occurred_at)
       select who.id, $1, $2, $3::uuid, $4::jsonb, programme_now() from ${recipients}
       on conflict (officer_id, key) do nothing returning id`,
      [kind, key, taskId, JSON.stringify(details), ...parameters],
    );
    return notified.length;
  }
}
