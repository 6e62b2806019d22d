import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { DomainError } from '#domain';
import { AttemptRepository, PersonVault } from '#persistence';

/** About a second of a cheap phone: 256 tries on average, each of so many rounds. */
const COST = 1_000;
const MINUTES = 20;
const ALGORITHM = 'PBKDF2/SHA-256';
const WINDOW_MINUTES = 60;

export const PublicChallenge = z.looseObject({}).meta({ id: 'PublicChallenge' });

/** A proof of work as the browser solved it. */
export const Proof = z.strictObject({
  challenge: z.looseObject({ parameters: z.looseObject({}), signature: z.string().max(200) }),
  solution: z.looseObject({}),
});
type Proof = z.infer<typeof Proof>;

/** How many in an hour by one address, with work and without. */
export interface Most {
  readonly proven: number;
  readonly plain: number;
}

/** What stands before everything that is asked without a session: work of the browser, and room for so much an hour. */
@Injectable()
export class PublicDoor {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  /** Work that a browser does before something is sent; nothing of it is kept here. */
  async challenge(): Promise<Record<string, unknown>> {
    const challenge = await createChallenge({
      ...{ algorithm: ALGORITHM, cost: COST, keyPrefix: '00', deriveKey, hmacSignatureSecret: this.key() },
      expiresAt: new Date(Date.now() + MINUTES * 60_000),
    });
    return { ...challenge };
  }

  /** Many phones share an address; whoever shows no work is a program or has no JavaScript. Throws PUBLIC_TOO_MANY, PUBLIC_PROOF. */
  async admit(what: string, address: string, proof: Proof | undefined, most: Most): Promise<void> {
    const limit = proof === undefined ? 'plain' : 'proven';
    await this.demandRoom(`${what}-${limit}:${address}`, most[limit]);
    if (proof !== undefined) await this.demandWork(proof);
  }

  /** Throws PUBLIC_TOO_MANY with the seconds to wait once there were so many within the hour. */
  async demandRoom(key: string, most: number): Promise<void> {
    const { count, seconds } = await this.attempts().reserve(key, WINDOW_MINUTES);
    if (count > most) throw new DomainError('PUBLIC_TOO_MANY', 'too many from one place', { seconds });
  }

  /** For work that was not done, is too old, or was sent before. */
  private async demandWork({ challenge, solution }: Proof): Promise<void> {
    const refused = new DomainError('PUBLIC_PROOF', 'no proof of work');
    const signed = { challenge, solution } as unknown as Pick<
      Parameters<typeof verifySolution>[0],
      'challenge' | 'solution'
    >;
    const { cost, algorithm } = signed.challenge.parameters;
    // What this server signed costs what it said; anything else is refused before any work is done for it.
    if (cost !== COST || algorithm !== ALGORITHM) throw refused;
    const options = { ...signed, deriveKey, hmacSignatureSecret: this.key() };
    const { verified } = await verifySolution(options).catch(() => ({ verified: false }));
    if (!verified) throw refused;
    const { count } = await this.attempts().reserve(`public-proof:${challenge.signature}`, MINUTES);
    if (count > 1) throw refused;
  }

  private readonly attempts = (): AttemptRepository => new AttemptRepository(this.database.manager);
  private readonly key = (): string => this.vault.indexOf('public proof of work').toString('hex');
}
