import type { EntityManager } from 'typeorm';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

/** How long a device may take to answer. Real time, not the programme's: security has no sandbox. */
const CHALLENGE_MINUTES = 5;

export type PasskeyPurpose = 'register' | 'sign-in' | 'proof';

export interface PasskeyRow {
  readonly id: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly transports: string[];
  readonly name: string;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

interface NewPasskey {
  readonly officerId: string;
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
}

/** Passkeys of officers. What counts once is taken by one statement, so that of two at once one gets in. */
export class PasskeyRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The oldest first. */
  async of(officerId: string): Promise<PasskeyRow[]> {
    return rowsOf<PasskeyRow>(
      this.manager,
      `select id, credential_id as "credentialId", public_key as "publicKey", transports, name, created_at as "createdAt",
              used_at as "usedAt"
         from officer_passkey where officer_id = $1 order by created_at, id`,
      [officerId],
    );
  }

  /** Until the transaction ends nobody else adds or removes factors of this officer. */
  async lock(officerId: string): Promise<void> {
    await this.manager.query('select 1 from officer where id = $1 for no key update', [officerId]);
  }

  /** What the device is to sign now; one before for the same purpose is void. */
  async challenge(officerId: string, purpose: PasskeyPurpose, challenge: string): Promise<void> {
    await this.manager.query(
      `insert into passkey_challenge (officer_id, purpose, challenge, expires_at)
       values ($1, $2, $3, now() + interval '${CHALLENGE_MINUTES} minutes')
       on conflict (officer_id, purpose) do update set challenge = excluded.challenge, expires_at = excluded.expires_at`,
      [officerId, purpose, challenge],
    );
  }

  /** Takes it: whatever is answered, it is answered once. Undefined where there is none, or it is too old. */
  async takeChallenge(officerId: string, purpose: PasskeyPurpose): Promise<string | undefined> {
    const rows = await rowsOf<{ challenge: string; isLive: boolean }>(
      this.manager,
      `delete from passkey_challenge where officer_id = $1 and purpose = $2
       returning challenge, expires_at > now() as "isLive"`,
      [officerId, purpose],
    );
    const [row] = rows;
    return row?.isLive === true ? row.challenge : undefined;
  }

  /** False where the device's key is known already, to whomever. */
  async add({ officerId, credentialId, publicKey, counter, transports, name }: NewPasskey): Promise<boolean> {
    const row = await rowOf(
      this.manager,
      `insert into officer_passkey (officer_id, credential_id, public_key, counter, transports, name)
       values ($1, $2, $3, $4, $5, $6) on conflict (credential_id) do nothing returning 1`,
      [officerId, credentialId, Buffer.from(publicKey), counter, transports, name],
    );
    return row !== undefined;
  }

  /** Notes a use; false where the device counts back or stands still although it counts: then there may be two of it. */
  async use(id: string, counter: number): Promise<boolean> {
    const sql = `update officer_passkey set counter = $2, used_at = now()
      where id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning 1`;
    return (await rowsOf(this.manager, sql, [id, counter])).length > 0;
  }

  /** False where the officer has none such. */
  async remove(officerId: string, id: string): Promise<boolean> {
    const sql = 'delete from officer_passkey where officer_id = $1 and id = $2 returning 1';
    return (await rowsOf(this.manager, sql, [officerId, id])).length > 0;
  }

  async removeAll(officerId: string): Promise<void> {
    await this.manager.query('delete from officer_passkey where officer_id = $1', [officerId]);
  }
}
