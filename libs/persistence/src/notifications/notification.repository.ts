import type { EntityManager } from 'typeorm';
import type { NotificationKind, Role } from '#domain';
import { rowsOf } from '../shared/unit-of-work.js';

export interface NewNotification {
  readonly kind: NotificationKind;
  /** Of the occasion: the same key tells an officer once. */
  readonly key: string;
  readonly taskId?: string | undefined;
  /** Codes, counts and dates that fill the sentence; no personal data. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
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
    const holders = `(
      select distinct a.officer_id as id from appointment a
        join office f on f.id = a.office_id join officer o on o.id = a.officer_id and o.disabled_at is null
       where a.role = $5 and programme_today() between a.valid_from and coalesce(a.valid_to, 'infinity')
         and (f.territory_code = 'ID' or $6 = f.territory_code or $6 like f.territory_code || '.%')) who`;
    return this.insert(holders, notification, [role, territoryCode]);
  }

  private async insert(recipients: string, notification: NewNotification, parameters: unknown[]): Promise<number> {
    const { kind, key, taskId = null, details = {} } = notification;
    const told = await rowsOf(
      this.manager,
      `insert into notification (officer_id, kind, key, task_id, details, occurred_at)
       select who.id, $1, $2, $3::uuid, $4::jsonb, programme_now() from ${recipients}
       on conflict (officer_id, key) do nothing returning id`,
      [kind, key, taskId, JSON.stringify(details), ...parameters],
    );
    return told.length;
  }
}
