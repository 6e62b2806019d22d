import type { EntityManager } from 'typeorm';
import type { IsoDate } from '#domain';

/** The day on which the bank is to carry out an order. */
export class ExecutionDayRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Sets it on an order that is not released; afterwards it stays, because the file and the deadlines follow it. */
  async plan(orderId: string, day: IsoDate): Promise<void> {
    await this.manager.query(`update payment_order set execution_on = $2 where id = $1 and state = 'drafted'`, [
      orderId,
      day,
    ]);
  }
}
