import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OpenDoubts } from '#domain';
import { DoubtRepository, inTransaction } from '#persistence';
import { openDoubts } from './open-doubts.js';
import { licensed } from '../../tasks/decision/licensed.js';

/** Doubted families of a list, on their way to two signatures. */
@Injectable()
export class DoubtDesk {
  constructor(private readonly database: DataSource) {}

  /** Opens what is to be asked about the list. A repeat opens only what has come since. */
  async find(rosterId: string): Promise<void> {
    await inTransaction(this.database, (manager) => openDoubts(manager, rosterId));
  }

  /** Looks once more, and answers with the kelurahan that call a listed family eligible without a field check. */
  async kelurahanToCheck(rosterId: string): Promise<string[]> {
    await this.find(rosterId);
    const places = await new DoubtRepository(this.database.manager).unchecked(rosterId);
    return places.map(({ kelurahanCode }) => kelurahanCode);
  }

  /** How many families wait for people, and in which round. */
  async look(rosterId: string): Promise<OpenDoubts> {
    return new DoubtRepository(this.database.manager).waiting(rosterId);
  }

  /** Settles what two people decided. A repeat changes nothing. Throws LICENCE_MISSING. */
  async settle(rosterId: string, round: number): Promise<void> {
    const { round: open } = await this.look(rosterId);
    if (open !== round) return;
    await licensed(this.database, 'doubts.settle', rosterId, (manager) =>
      new DoubtRepository(manager).settle(rosterId, round),
    );
  }
}
