import fc from 'fast-check';
import {
  type BankFileKind,
  type BankLine,
  BankFileRepository,
  inTransaction,
  PaymentOrderRepository,
} from '#persistence';
import { expectEveryRupiahExplained } from '../../support/factories/money-check.js';
import { type Choose, type Debit, MoneyModel } from '../../support/factories/money-model.js';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { anOrder, applyFile, instructionsOf, type MadeOrder } from '../../support/factories/orders.js';
import { streamed } from '../../support/factories/rosters.js';
import { nextNumber } from '../../support/factories/sequence.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const FAMILIES = 5;
/** Rounds of days that pass: in each of them everybody does what they may. */
const MOST_ROUNDS = 14;
const PATIENCE = 5;

let treasurer: MadeOfficer;
beforeAll(async () => {
  treasurer = await anOfficer(database.manager, 'treasurer', { territoryCode: '32.75' });
});

/** What each kind of file can say. */
const ANSWERS = {
  status: ['credited', 'failed', 'pending', 'returned'],
  usage: ['transacted', 'not_transacted'],
} as const satisfies Partial<Record<BankFileKind, readonly BankLine['answer'][]>>;

const fileOf = (kind: keyof typeof ANSWERS): fc.Arbitrary<Happening> =>
  fc.record({
    kind: fc.constant(kind),
    lines: fc.array(
      fc.record({
        instruction: fc.nat({ max: FAMILIES }),
        answer: fc.constantFrom<BankLine['answer']>(...ANSWERS[kind]),
        amountRupiah: fc.constantFrom('400000', '400000', '400000', '399999', null),
        onDate: fc.constantFrom('2023-03-20', '2023-03-10'),
      }),
      { maxLength: 2 * FAMILIES },
    ),
  });

type Happening = { readonly kind: BankFileKind; readonly lines: readonly Said[] } | 'refuse' | 'people' | 'time';
type Said = Pick<BankLine, 'answer' | 'amountRupiah' | 'onDate'> & { readonly instruction: number };

const event: fc.Arbitrary<Happening> = fc.oneof(
  fileOf('status'),
  fileOf('usage'),
  fc.constantFrom('refuse' as const, 'people' as const, 'time' as const),
);
const history = fc.record({
  events: fc.array(event, { maxLength: 6 }),
  debits: fc.array(fc.constantFrom<Debit>('returned', 'transacted', 'refused', 'short'), {
    minLength: 1,
    maxLength: 6,
  }),
  choices: fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
});

/** The bank refuses all of an order of which it has paid nothing. */
const refuse = ({ order: { id } }: MadeOrder): Promise<void> =>
  inTransaction(database.source, async (manager) => {
    const orders = new PaymentOrderRepository(manager);
    if (await orders.hasFinalAnswer(id)) return;
    const file = { name: 'ack.xml', kind: 'status', sha256: `sha-${nextNumber()}` } as const;
    const arrived = { ...file, saidAt: new Date().toISOString(), breakDueOn: '2023-04-01', namesAll: true };
    const word = { answer: 'failed', reason: 'AG01', onDate: null } as const;
    await new BankFileRepository(manager).apply(await orders.find(id), arrived, streamed([]), word);
    await orders.refuse(id, 'AG01');
  });

async function happen(made: MadeOrder, model: MoneyModel, ids: string[], what: Happening) {
  if (what === 'refuse') return refuse(made);
  if (what === 'people') return model.settleRound();
  if (what === 'time') return model.letTimePass();
  const rows = what.lines.map(({ instruction, answer, ...said }) => ({
    ...{ endToEndId: ids[instruction] ?? 'AMNUNKNOWN', answer, ...said },
    reason: answer === 'failed' ? 'AC04' : null,
    onDate: answer === 'credited' || answer === 'transacted' ? said.onDate : null,
  }));
  await applyFile(database.source, await model.order(), what.kind, rows);
  await new PaymentOrderRepository(database.manager).settleIfAnswered(made.order.id);
}

/** Everybody does what they may, in the order of a working day; how often until the period can be closed. */
async function wayOut(model: MoneyModel, debits: readonly Debit[]): Promise<string[]> {
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    await model.letTimePass();
    await model.sendAnew();
    await model.noteSilence();
    await model.settleRound();
    await model.followUp();
    // A bank that could not debit at first can later, or says that the family was faster.
    await model.giveBack(round < MOST_ROUNDS / 2 ? debits : ['returned', 'transacted']);
    await model.confirm();
    if ((await model.refusals()).length === 0) return [];
  }
  return model.refusals();
}

test('from whatever the bank has done, people reach the closure of the period', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ events, debits, choices }) => {
      const made = await anOrder(database.source, FAMILIES);
      const ids = await instructionsOf(database.source, made.order.id);
      let turn = 0;
      const choose: Choose = (allowed) => {
        turn += 1;
        // Nobody asks the bank again for ever.
        const decisive = allowed.filter((one) => one !== 'asked_again');
        const among = turn > PATIENCE && decisive.length > 0 ? decisive : allowed;
        return among[(choices[turn % choices.length] ?? 0) % among.length];
      };
      const model = new MoneyModel(database.source, made, treasurer, choose);
      for (const what of events) {
        await happen(made, model, ids, what);
        await expectEveryRupiahExplained(database.manager, made);
      }
      expect(await wayOut(model, debits)).toEqual([]);
      await expectEveryRupiahExplained(database.manager, made);
    }),
    { numRuns: 25 },
  );
}, 180_000);
