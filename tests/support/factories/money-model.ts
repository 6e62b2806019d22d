import type { DataSource } from 'typeorm';
import { demandReceived, holdDeposit } from '#application';
import { addCalendarDays, type BreakResolution, closureRefusals, DomainError, resolutionsOf } from '#domain';
import {
  BreakRepository,
  BreakSettlementRepository,
  CaseRepository,
  ConservationRepository,
  inTransaction,
  PaymentOrderRepository,
  type PaymentOrderRow,
  rowsOf,
  TreasuryReturnRepository,
} from '#persistence';
import { aLine, applyFile, type MadeOrder } from './orders.js';
import type { MadeOfficer } from './officers.js';
import { nextNumber } from './sequence.js';
import { setToday } from './task-services.js';

/** How the bank treats one frozen account. */
export type Debit = 'returned' | 'transacted' | 'refused' | 'short';

/** What the two decide about a break, among what its type allows. */
export type Choose = (allowed: readonly BreakResolution[]) => BreakResolution | undefined;

const FIRST_DAY = '2023-04-01';

/** The people and the clock behind one order, each with nothing but the acts that they have. */
export class MoneyModel {
  private day = FIRST_DAY;
  readonly deskPrefix: string;

  constructor(
    private readonly database: DataSource,
    private readonly made: MadeOrder,
    private readonly treasurer: MadeOfficer,
    private readonly choose: Choose,
  ) {
    this.deskPrefix = `desk:${made.order.id}:`;
  }

  order = (): Promise<PaymentOrderRow> => new PaymentOrderRepository(this.database.manager).find(this.made.order.id);

  /** What still stands in the way of closure. */
  async refusals(): Promise<string[]> {
    const { periodId, cityCode } = this.made;
    const money = new ConservationRepository(this.database.manager);
    const cases = await new CaseRepository(this.database.manager).openCountOfCity(periodId, cityCode);
    const isUnexplained = (await money.unexplained(periodId, cityCode)).length > 0;
    const breaks = await money.openBreaks(periodId, cityCode);
    const refusals = closureRefusals(await money.of(periodId, cityCode), isUnexplained, breaks, cases);
    return (await this.isReturnOpen()) ? [...refusals, 'RETURN_OPEN'] : refusals;
  }

  /** Days pass in which nobody writes: what a file could have settled waits for people by then. */
  async letTimePass(): Promise<void> {
    this.day = addCalendarDays(this.day, 40);
    await setToday(this.database, this.day);
  }

  /** PPK and treasurer request and release anew what the bank refused whole, and the order is sent. */
  async sendAnew(): Promise<void> {
    const { id, state } = await this.order();
    if (state !== 'refused') return;
    await inTransaction(this.database, (manager) => new PaymentOrderRepository(manager).release(id));
  }

  /** The bank is silent past its day, about the credits or about their use: noted as the workflow's look notes it. */
  async noteSilence(): Promise<void> {
    const orders = new PaymentOrderRepository(this.database.manager);
    const { id } = this.made.order;
    const isAnswered = (await orders.isAnswered(id)) && (await orders.outstanding(id)) === 0;
    const silent = isAnswered ? 'usage' : 'status';
    if (isAnswered && (await this.count('credited')) === 0) return;
    const found = { type: 'late', endToEndId: silent, dueOn: this.day } as const;
    await inTransaction(this.database, (manager) => new BreakRepository(manager).openOfOrder(id, found));
  }

  /** One round over the breaks that wait for people: one proposes what their type allows, another settles. */
  async settleRound(): Promise<void> {
    const order = await this.order();
    const open = await this.breaksForPeople(order.id);
    if (open.length === 0) return;
    await inTransaction(this.database, async (manager) => {
      const settlements = new BreakSettlementRepository(manager);
      for (const { id, type, endToEndId } of open) {
        const resolution = this.choose(resolutionsOf(type, endToEndId));
        if (resolution === undefined) throw new Error(`no way out of a break ${type}`);
        await settlements.propose(id, this.treasurer.officerId, { resolution, explanation: 'Surat bank' });
      }
      const dueOn = addCalendarDays(this.day, 10);
      await settlements.settle(order, dueOn);
      if (await new TreasuryReturnRepository(manager).isAnswered(order.id)) await holdDeposit(manager, order, dueOn);
      await new PaymentOrderRepository(manager).settleIfAnswered(order.id);
    });
  }

  /** Cases open for who did not transact, and the deadline closes what nobody decided. */
  async followUp(): Promise<void> {
    const cases = new CaseRepository(this.database.manager);
    const desks = await cases.openForOrder(this.made.order.id, this.deskPrefix, this.day);
    await cases.endUsed(this.made.order.id);
    for (const { workflowId } of desks) await cases.lapse(workflowId);
  }

  /** PPK instructs, the bank debits as it will, and the treasury's receipt says what was debited. */
  async giveBack(debits: readonly Debit[]): Promise<void> {
    const { id } = this.made.order;
    if ((await this.count('credited')) > 0 || (await this.refusalsOfPayment()) > 0) return;
    const order = await this.order();
    if ((await this.count('not_transacted')) > 0) {
      await inTransaction(this.database, async (manager) => {
        await new TreasuryReturnRepository(manager).draft(id);
        await new TreasuryReturnRepository(manager).hold(order);
      });
    }
    const held = await this.instructions('held');
    if (held.length === 0) return;
    const lines = held.map((endToEndId, index) => lineOf(endToEndId, debits[index % debits.length] ?? 'returned'));
    await applyFile(this.database, order, 'return', lines);
    const depositedRupiah = lines
      .filter(({ answer }) => answer === 'returned')
      .reduce((sum, { amountRupiah }) => sum + BigInt(amountRupiah ?? 0), 0n);
    await inTransaction(this.database, async (manager) => {
      const ntpn = `NTPN${String(nextNumber()).padStart(12, '0')}`;
      const receipt = { ntpn, ntb: 'NTB', depositedRupiah, depositedOn: this.day };
      await new TreasuryReturnRepository(manager).recordDeposit(id, receipt);
      await holdDeposit(manager, order, addCalendarDays(this.day, 10));
    });
  }

  /** The treasurer confirms the receipts, or is told why not. */
  async confirm(): Promise<string | undefined> {
    if (!(await this.isReturnOpen())) return undefined;
    try {
      await inTransaction(this.database, async (manager) => {
        await demandReceived(manager, this.made.order.id);
        await new TreasuryReturnRepository(manager).setState(this.made.order.id, 'confirmed');
      });
      return undefined;
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  }

  instructions = async (state: string): Promise<string[]> =>
    (
      await rowsOf<{ endToEndId: string }>(
        this.database.manager,
        'select end_to_end_id as "endToEndId" from entitlement where order_id = $1 and state = $2 order by id',
        [this.made.order.id, state],
      )
    ).map(({ endToEndId }) => endToEndId);

  private count = async (state: string): Promise<number> => (await this.instructions(state)).length;

  private async refusalsOfPayment(): Promise<number> {
    return (await this.count('ordered')) + (await this.count('unreconciled')) + (await this.count('decreed'));
  }

  private async isReturnOpen(): Promise<boolean> {
    const sql = `select 1 from treasury_return where order_id = $1 and state <> 'confirmed'`;
    return (await rowsOf(this.database.manager, sql, [this.made.order.id])).length > 0;
  }

  private async breaksForPeople(orderId: string) {
    const { breaks } = await new BreakSettlementRepository(this.database.manager).waiting(orderId);
    if (breaks === 0) return [];
    const page = await new BreakRepository(this.database.manager).page({
      sort: 'number',
      ...{ periodId: this.made.periodId, territories: ['ID'], state: 'open', orderId, limit: 500 },
    });
    return page.filter(({ isForPeople }) => isForPeople);
  }
}

/** A debit of another amount is what a bank with fees does. */
function lineOf(endToEndId: string, debit: Debit) {
  if (debit === 'short') return aLine(endToEndId, 'returned', { amountRupiah: '399000' });
  if (debit === 'refused') return aLine(endToEndId, 'pending', { amountRupiah: null, reason: 'AC06' });
  return aLine(endToEndId, debit);
}
