import type { EntityManager } from 'typeorm';
import { rowOf } from '../shared/unit-of-work.js';

export interface ProviderAccount {
  readonly issuer: string;
  readonly subject: string;
}

/** Which officer an account at an identity provider belongs to. */
export class IdentityRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The officer that the account was linked with, enabled or not, and notes the use. */
  async use({ issuer, subject }: ProviderAccount): Promise<string | undefined> {
    const row = await rowOf<{ officerId: string }>(
      this.manager,
      `update officer_identity set used_at = now() where issuer = $1 and subject = $2 and ended_at is null
       returning officer_id as "officerId"`,
      [issuer, subject],
    );
    return row?.officerId;
  }

  /** False where the officer has another account there, or the account another officer. */
  async link(officerId: string, { issuer, subject }: ProviderAccount): Promise<boolean> {
    const row = await rowOf(
      this.manager,
      `insert into officer_identity (officer_id, issuer, subject) values ($1, $2, $3) on conflict do nothing returning id`,
      [officerId, issuer, subject],
    );
    return row !== undefined;
  }

  /** Of an account that is reset: whoever signs in next with its name is linked anew. */
  async endAll(officerId: string): Promise<void> {
    await this.manager.query(
      'update officer_identity set ended_at = now() where officer_id = $1 and ended_at is null',
      [officerId],
    );
  }
}
