import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { Config } from '#config';
import { appendAnchor, lastAnchor, type Seal, sealBatch, sealingKey } from '#files';
import { AuditSealRepository, inTransaction, ProgrammeClockRepository } from '#persistence';
import { CONFIG } from '../shared/config.js';
import type { NextLook } from '../shared/next-look.js';

/** Entries of a seal: what an offline check holds in memory, and what a changed row is looked for in. */
const BATCH = 1_024;
/** Seals of a transaction. */
const AT_ONCE = 64;
const TRIES = 20;
const BREATH_MS = 250;
const EVERY_MS = 15 * 60_000;

/**
 * Closes the trail in batches, each chained to the one before it, and writes the newest seal down outside the database.
 * An entry is sealed once, however often this runs and wherever it was killed.
 */
@Injectable()
export class SealAudit {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'audit'>,
  ) {}

  async look(): Promise<NextLook> {
    await this.seal();
    const now = await new ProgrammeClockRepository(this.database.manager).now();
    return { dueAt: new Date(now.getTime() + EVERY_MS).toISOString() };
  }

  /** Seals what is there to be sealed, and answers how many entries that were. */
  async seal(): Promise<number> {
    await this.assertAnchored();
    const horizon = await this.horizon();
    let sealed = 0;
    for (let more = horizon === undefined ? 0 : Infinity; more > 0 && horizon !== undefined; sealed += more) {
      more = await inTransaction(this.database, async (manager) =>
        this.sealUpTo(new AuditSealRepository(manager), horizon),
      );
      if (more === 0) break;
    }
    const last = await new AuditSealRepository(this.database.manager).last();
    if (last !== undefined && last.signature !== null) await appendAnchor(this.config.audit.anchorDir, last);
    return sealed;
  }

  /** Writers come first: who seals asks again instead of letting them wait. */
  private async horizon(): Promise<string | undefined> {
    const seals = new AuditSealRepository(this.database.manager);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const horizon = await seals.horizon();
      if (horizon !== undefined) return horizon;
      await sleep(BREATH_MS);
    }
    return undefined;
  }

  private async sealUpTo(repository: AuditSealRepository, horizon: string): Promise<number> {
    await repository.lock();
    let before: Seal | undefined = await repository.last();
    const entries = await repository.leaves(before?.lastId, horizon, BATCH * AT_ONCE);
    const { key: bytes } = this.config.audit;
    const key = bytes === undefined ? undefined : sealingKey(bytes);
    const sealedAt = new Date().toISOString();
    const seals: (Seal & { leaves: Buffer })[] = [];
    for (let at = 0; at < entries.length; at += BATCH) {
      const batch = entries.slice(at, at + BATCH);
      const leaves = batch.map(({ leaf }) => leaf);
      const [firstId = '', lastId = ''] = [batch[0]?.id, batch.at(-1)?.id];
      before = sealBatch({ firstId, lastId, leaves }, before, sealedAt, key);
      seals.push({ ...before, leaves: Buffer.concat(leaves) });
    }
    if (seals.length > 0) await repository.add(seals);
    return entries.length;
  }

  /** A trail that no longer holds what was written down outside is not sealed on: that would cover up what is missing. */
  private async assertAnchored(): Promise<void> {
    const anchor = await lastAnchor(this.config.audit.anchorDir);
    if (anchor === undefined) return;
    const kept = await new AuditSealRepository(this.database.manager).find(anchor.number);
    if (kept?.hash === anchor.hash) return;
    throw new Error(
      `the trail does not hold the seal ${anchor.number} that is written down in ${this.config.audit.anchorDir}`,
    );
  }
}
