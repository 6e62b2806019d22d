import { aCaseOrder } from '../../support/factories/bank-cases.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

interface Outcome {
  readonly states: readonly string[];
  readonly breaks?: readonly string[];
  readonly refused?: readonly string[];
  readonly order?: string;
}
type Case = readonly [name: string, files: readonly string[], outcome: Outcome];

const WAITING = ['ordered', 'ordered'];
const CREDITED = ['credited', 'credited'];
const REFUSED_ORDER = { states: WAITING, refused: ['BANK_FILE_ORDER'] };

const STATUS: readonly Case[] = [
  ['a refusal', ['01a-a-refused.xml'], { states: ['failed AC04', 'credited'], order: 'settled' }],
  [
    'a refusal that becomes a payment',
    ['01a-a-refused.xml', '01b-a-settled.xml'],
    { states: ['failed AC04', 'credited'], breaks: ['A changed_answer'] },
  ],
  [
    'a payment that comes back after the order was settled',
    ['02a-both-settled.xml', '02b-a-returned.xml'],
    { states: ['failed AC06', 'credited'], breaks: ['A later_return'] },
  ],
  ['another currency', ['03-usd.xml'], { states: WAITING, refused: ['BANK_FILE_CURRENCY'], order: 'sent' }],
  [
    'a wrong amount, and then none',
    ['04a-a-350000.xml', '04b-a-without-amount.xml'],
    { states: ['ordered', 'credited'], breaks: ['A amount_mismatch'], order: 'sent' },
  ],
  ['another order', ['05-another-order.xml'], REFUSED_ORDER],
  ['the whole order refused', ['06-group-refused.xml'], { states: ['failed AM04', 'failed AM04'], order: 'refused' }],
  ['the whole order settled', ['07-group-settled.xml'], { states: CREDITED, order: 'settled' }],
  [
    'a file cut short before a whole one',
    ['08a-cut-short.xml', '08b-whole.xml'],
    { states: CREDITED, refused: ['BANK_FILE_INCOMPLETE'], order: 'settled' },
  ],
  [
    'pending and settled in one file',
    ['09-pending-and-settled.xml'],
    { states: ['ordered', 'credited'], breaks: ['A conflict'] },
  ],
  [
    'a right and a wrong amount in one file',
    ['10-right-and-wrong-amount.xml'],
    { states: ['ordered', 'credited'], breaks: ['A conflict'] },
  ],
  ['fewer rows than counted', ['11a-count-against-rows.xml'], { states: WAITING, refused: ['BANK_FILE_INCOMPLETE'] }],
  ['another sum than the rows’', ['11b-sum-against-rows.xml'], { states: WAITING, refused: ['BANK_FILE_CONTROL_SUM'] }],
  ['other totals than the order’s', ['11c-totals-against-order.xml'], REFUSED_ORDER],
  ['another version of the message', ['12-version-03.xml'], { states: WAITING, refused: ['BANK_FILE_VERSION'] }],
  ['a notification of debits', ['13a-camt054-debit.xml'], { states: CREDITED, order: 'settled' }],
  [
    'debits, and money that comes back',
    ['13a-camt054-debit.xml', '13b-camt054-return.xml'],
    { states: ['failed AC04', 'credited'], breaks: ['A later_return'] },
  ],
  [
    'a statement that does not tie',
    ['14-camt053-does-not-tie.xml'],
    { states: WAITING, refused: ['BANK_FILE_CONTROL_SUM'], order: 'sent' },
  ],
];

/** Rows as the family's state, the breaks, the files refused. */
async function play(files: readonly string[], outcome: Outcome): Promise<void> {
  const order = await aCaseOrder(database.source);
  for (const file of files) await order.takeIn(file);

  expect(await order.states()).toEqual(outcome.states);
  expect(await order.openBreaks()).toEqual(outcome.breaks ?? []);
  expect(await order.refusals()).toEqual(outcome.refused ?? []);
  if (outcome.order !== undefined) expect(await order.orderState()).toBe(outcome.order);
  await order.explained();
}

const inStatus = (files: readonly string[]): string[] => files.map((file) => `bank-status/${file}`);

describe.each(STATUS)('%s', (_name, files, outcome) => {
  test('ends as it should', async () => {
    await play(inStatus(files), outcome);
  });

  test('ends in the same place when each file comes twice', async () => {
    await play(inStatus(files.flatMap((file) => [file, file])), outcome);
  });

  test('ends in the same place when the files come the other way round', async () => {
    await play(inStatus([...files].reverse()), outcome);
  });
});

test('while a refusal is disputed nobody else may pay the family; a refusal alone sets her free', async () => {
  const order = await aCaseOrder(database.source);
  await order.takeIn('bank-status/01a-a-refused.xml');
  expect(await order.isLive(order.a)).toBe(false);

  await order.takeIn('bank-status/01b-a-settled.xml');
  expect(await order.isLive(order.a)).toBe(true);
});

const PAID = 'bank-status/02a-both-settled.xml';
const PENDING = 'bank-usage/02a-a-still-pending.xml';

const USAGE: readonly Case[] = [
  [
    'reported credited, and an empty account',
    [PAID, 'bank-usage/01-nothing-withdrawn-nothing-left.csv'],
    { states: ['credited', 'transacted'], breaks: ['A empty_account'] },
  ],
  [
    'use of money that is not credited',
    [PENDING, 'bank-usage/02b-use-before-credit.csv'],
    { states: ['ordered', 'transacted'], breaks: ['A used_before_credit'] },
  ],
  [
    'a credit on 30 February',
    [PAID, 'bank-usage/03a-credited-on-30-february.csv'],
    { states: CREDITED, refused: ['BANK_FILE_UNREADABLE'] },
  ],
  [
    'a report of 31 April',
    [PAID, 'bank-usage/03b-as-of-31-april.csv'],
    { states: CREDITED, refused: ['BANK_FILE_UNREADABLE'] },
  ],
  [
    'the usage of another order',
    [PAID, 'bank-usage/04-another-order.csv'],
    { states: CREDITED, refused: ['BANK_FILE_ORDER'] },
  ],
  [
    'Rp50.000 missing',
    [PAID, 'bank-usage/05a-50000-missing.csv'],
    { states: ['transacted', 'transacted'], breaks: ['A balance_difference'] },
  ],
  [
    'Rp100.000 too many',
    [PAID, 'bank-usage/05b-100000-too-many.csv'],
    { states: ['transacted', 'transacted'], breaks: ['A balance_difference'] },
  ],
];

test.each(USAGE)('%s', async (_name, files, outcome) => {
  await play(files, outcome);
  await play(
    files.flatMap((file) => [file, file]),
    outcome,
  );
});
