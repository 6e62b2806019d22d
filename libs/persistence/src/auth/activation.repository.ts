import type { EntityManager } from 'typeorm';
import { rowOf } from '../shared/unit-of-work.js';

/** How long a code may be used. Real time, not the programme's: security has no sandbox. */
export const ACTIVATION_DAYS = 7;

/** Codes by which new officers set their first password. */
export class ActivationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** A code for an account without a password; it replaces an earlier one. False when the account has one already. */
  async issue(officerId: string, codeHash: Buffer, by: string): Promise<boolean> {
    const row = await rowOf(
      this.manager,
      `insert into officer_activation (officer_id, code_hash, expires_at, created_by)
       select id, $2, now() + interval '${ACTIVATION_DAYS} days', $3 from officer
        where id = $1 and password_hash = '' and disabled_at is null
       on conflict (officer_id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at,
              created_by = excluded.created_by
       returning officer_id`,
      [officerId, codeHash, by],
    );
    return row !== undefined;
  }

  /** Makes a code that was issued useless. */
  async withdraw(officerId: string): Promise<void> {
    await this.manager.query('delete from officer_activation where officer_id = $1', [officerId]);
  }

  /** Sets the password and takes the code away, in one statement: a code works once. Undefined when it does not fit. */
  async activate(username: string, codeHash: Buffer, passwordHash: string): Promise<string | undefined> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `with used as (
         delete from officer_activation c using officer o
          where o.id = c.officer_id and o.username = $1 and o.disabled_at is null
            and c.code_hash = $2 and c.expires_at > now()
         returning c.officer_id
       ), changed as (
         update officer o set password_hash = $3 from used where o.id = used.officer_id returning o.id
       )
       select id from changed`,
      [username, codeHash, passwordHash],
    );
    return row?.id;
  }
}
