import type { EntityManager } from 'typeorm';
import type { NotificationKind, Role } from '#domain';
import { holdersOf } from './holders.js';

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

  /** Tells these officers; whoever was told by the same key is not told again. */
  async tell(officerIds: readonly string[], notification: NewNotification): Promise<void> {
    await this.insert('unnest($5::uuid[]) as who(id)', notification, [officerIds]);
  }

  /** Tells everybody who holds the office for this territory today. */
  async tellOffice(role: Role, territoryCode: string, notification: NewNotification): Promise<void> {
    const holders = `(select distinct a.officer_id as id from ${holdersOf('$5', '$6')}) who`;
    await this.insert(holders, notification, [role, territoryCode]);
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
