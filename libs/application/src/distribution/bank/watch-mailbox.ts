import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { BankMailbox } from '#channels';
import { CONFIG } from '../../shared/config.js';
import { COMMON_MAILBOX, mailboxNamed } from '../service/payer-of.js';
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

  /**
   * Looks again and again until the instant (milliseconds of the epoch) or until told to stop; throws when the bank can't be reached,
   * and MAILBOX_UNKNOWN for one that is not configured.
   */
  async watch(untilMs: number, stop: AbortSignal, name: string = COMMON_MAILBOX): Promise<void> {
    await BankMailbox.use(mailboxNamed(this.settings, name), async (mailbox) => {
      while (!stop.aborted && Date.now() < untilMs) {
        await this.intake.look(mailbox, name);
        await delay(LOOK_EVERY_MS, undefined, { signal: stop }).catch(() => undefined);
      }
    });
  }
}
