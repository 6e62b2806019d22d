import type { EntityManager } from 'typeorm';
import type { NotificationKind, Role } from '#domain';

export interface NewNotification {
  readonly kind: NotificationKind;
  /** Of the occasion: the same key tells an officer once. */
  readonly key: string;
  readonly taskId?: string | undefined;
  /** Codes, counts and dates that fill the sentence; no personal data. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

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

  /** Tells these officers; whoever was told by the same key is not told again. */
  async tell(officerIds: readonly string[], notification: NewNotification): Promise<void> {
    await this.insert('unnest($5::uuid[]) as who(id)', notification, [officerIds]);
  }

  /** Tells everybody who holds the office for this territory today. */
  async tellOffice(role: Role, territoryCode: string, notification: NewNotification): Promise<void> {
    const holders = `(
      select distinct a.officer_id as id from appointment a
        join office f on f.id = a.office_id join officer o on o.id = a.officer_id and o.disabled_at is null
       where a.role = $5 and programme_today() between a.valid_from and coalesce(a.valid_to, 'infinity')
         and (f.territory_code = 'ID' or $6 = f.territory_code or $6 like f.territory_code || '.%')) who`;
    await this.insert(holders, notification, [role, territoryCode]);
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
           where a.role = n.role and (select programme_today()) between a.valid_from and coalesce(a.valid_to, 'infinity')
             and (f.territory_code = 'ID' or n.territory = f.territory_code or n.territory like f.territory_code || '.%')
        ) who
         join officer o on o.id = who.id and o.disabled_at is null
       on conflict (officer_id, key) do nothing`,
      [JSON.stringify(letters)],
    );
  }

  private async insert(recipients: string, notification: NewNotification, parameters: unknown[]): Promise<void> {
    const { kind, key, taskId = null, details = {} } = notification;
    await this.manager.query(
      `insert into notification (officer_id, kind, key, task_id, details, occurred_at)
       select who.id, $1, $2, $3::uuid, $4::jsonb, programme_now() from ${recipients}
       on conflict (officer_id, key) do nothing`,
      [kind, key, taskId, JSON.stringify(details), ...parameters],
    );
  }
}
