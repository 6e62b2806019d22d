import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { BankMailbox } from '#channels';
import { CONFIG } from '../../shared/config.js';
import { BankIntake } from './bank-intake.js';
import type { BankSettings } from './bank-settings.js';

const LOOK_EVERY_MS = 1_000;

/** Watches the bank's outbox over one connection: SFTP has no way to be told of a file. */
@Injectable()
export class WatchMailbox {
  constructor(
    private readonly intake: BankIntake,
    @Inject(CONFIG) private readonly settings: BankSettings,
  ) {}

  /** Looks again and again until the instant (milliseconds of the epoch) or until told to stop; throws when the bank can't be reached. */
  async watch(untilMs: number, stop: AbortSignal): Promise<void> {
    await BankMailbox.use(this.settings.bank, async (mailbox) => {
      while (!stop.aborted && Date.now() < untilMs) {
        await this.intake.look(mailbox);
        await delay(LOOK_EVERY_MS, undefined, { signal: stop }).catch(() => undefined);
      }
    });
  }
}
