import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TestBank } from './testing/test-bank.js';

/** Orders of three payments of Rp400.000, named for the one thing that is particular about them. */
const FIXTURES = join(import.meta.dirname, '../../../tests/support/fixtures/bank-orders');
const file = (name: string) => join(FIXTURES, `${name}.pain001.xml`);
const textOf = (name: string) => readFile(file(name), 'utf8');

const PAYMENTS = `SELECT end_to_end_id AS id, amount_rupiah AS amount, account_number AS account, bank_code AS bank,
                         execution_date AS day, payment_information_id AS block
                    FROM instruction JOIN payment_block ON payment_block.message_id = instruction.message_id
                         AND position = block
                   WHERE instruction.message_id = ? ORDER BY id`;

let bank: TestBank;
beforeEach(async () => (bank = await TestBank.open()));
afterEach(async () => {
  await bank.close();
  expect(bank.troubles).toEqual([]);
});

const verdict = async (id: string) => (await bank.report(`${id}.ack.pain002.xml`)).heading;
const sendFile = (name: string) => bank.lay(`${name}.pain001.xml`, file(name));

async function expectPaid(id: string): Promise<void> {
  expect(await verdict(id)).toMatchObject({ groupStatus: 'ACTC', originalMessageId: id, originalCount: 3 });
  const { rows } = await bank.report(`${id}.status-1.pain002.xml`);
  expect(rows.map(({ endToEndId, status, amountRupiah }) => [endToEndId, status, amountRupiah])).toEqual(
    [1, 2, 3].map((number) => [`${id}-KEL-${number}`, 'ACSC', 400_000n]),
  );
}

async function expectRefused(id: string, reason: string): Promise<void> {
  const { heading, rows } = await bank.report(`${id}.ack.pain002.xml`);
  expect(heading).toMatchObject({ groupStatus: 'RJCT', reasonCode: reason, originalMessageId: id });
  expect(rows).toEqual([]);
  for (const table of ['payment_order', 'payment_block', 'instruction']) {
    expect(bank.ask(`SELECT * FROM ${table} WHERE message_id = ?`, id)).toEqual([]);
  }
  await sendFile('GOOD');
  await expectPaid('GOOD');
}

it.each(['GOOD', 'DATE-AND-TIME', 'NO-CTRLSUM', 'TWO-BLOCKS'])('pays %s', async (id) => {
  await sendFile(id);
  await expectPaid(id);
  expect(bank.ask(PAYMENTS, id)).toEqual(
    ['0077000011', '0077000022', '0077000033'].map((account, index) => ({
      id: `${id}-KEL-${index + 1}`,
      amount: 400_000,
      account,
      bank: '009',
      day: '2023-03-02',
      block: id === 'TWO-BLOCKS' && index === 2 ? 'TWO-BLOCKS-2' : `${id}-1`,
    })),
  );
  expect(bank.ask('SELECT sum_rupiah AS sum FROM payment_order WHERE message_id = ?', id)).toEqual([
    { sum: 1_200_000 },
  ]);
});

it('answers each block of an order under its own id', async () => {
  await sendFile('TWO-BLOCKS');
  const report = await bank.text('TWO-BLOCKS.status-1.pain002.xml');
  const blocks = report.split('<OrgnlPmtInfAndSts>').slice(1);
  const found = blocks.map((block) => [
    /<OrgnlPmtInfId>(.*?)</.exec(block)?.[1],
    [...block.matchAll(/<OrgnlEndToEndId>(.*?)</g)].map(([, id]) => id),
  ]);
  expect(found).toEqual([
    ['TWO-BLOCKS-1', ['TWO-BLOCKS-KEL-1', 'TWO-BLOCKS-KEL-2']],
    ['TWO-BLOCKS-2', ['TWO-BLOCKS-KEL-3']],
  ]);
});

it.each([
  ['DATE-31-APRIL', 'FF01'],
  ['DATE-LUSA', 'FF01'],
  ['BLOCK-SUM', 'AM10'],
  ['E2E-36', 'FF01'],
  ['UNKNOWN-ELEMENT', 'FF01'],
  ['DOCTYPE', 'FF01'],
])('refuses %s with %s, keeps nothing of it, and answers the next file', async (id, reason) => {
  await sendFile(id);
  await expectRefused(id, reason);
});

const BIC = '<CdtrAgt><FinInstnId><BICFI>BNINIDJA</BICFI></FinInstnId></CdtrAgt>';
const IBAN = '<CdtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct>';
const DEBTOR_IBAN = '<DbtrAcct><Id><IBAN>GB82WEST12345698765432</IBAN></Id></DbtrAcct>';

it('reads the bank by its BIC and an account by its IBAN', async () => {
  const text = (await textOf('GOOD'))
    .replace(/<CdtrAgt>.*?<\/CdtrAgt>/, BIC)
    .replace(/<CdtrAcct>.*?<\/CdtrAcct>/, IBAN)
    .replace(/<DbtrAcct>.*?<\/DbtrAcct>/, DEBTOR_IBAN);
  await bank.sendText('GOOD.pain001.xml', text);
  await expectPaid('GOOD');
  expect(bank.ask(PAYMENTS, 'GOOD')[0]).toMatchObject({ account: 'DE89370400440532013000', bank: 'BNINIDJA' });
  expect(bank.ask('SELECT debtor_account AS account FROM payment_block')).toEqual([
    { account: 'GB82WEST12345698765432' },
  ]);
});

const PURPOSE_FIRST = [/(<Amt>.*?<\/Amt>)(.*?)(<Purp>.*?<\/Purp>)/, '$3$1$2'] as const;
it.each([
  ['elements in another order', 'FF01', ...PURPOSE_FIRST],
  ['a required element left out', 'FF01', /<PmtMtd>TRF<\/PmtMtd>/, ''],
  ['an element given twice', 'FF01', /(<Purp>.*?<\/Purp>)/, '$1$1'],
  ['both branches of a choice', 'FF01', /<Dt>2023-03-02<\/Dt>/, '$&<DtTm>2023-03-02T09:00:00Z</DtTm>'],
  ['an attribute the schema does not know', 'FF01', /<PmtInf>/, '<PmtInf id="1">'],
  ['a value outside its list', 'FF01', /<PmtMtd>TRF</, '<PmtMtd>QRIS<'],
  ['a BIC that is none', 'FF01', /<CdtrAgt>.*?<\/CdtrAgt>/, BIC.replace('BNINIDJA', 'BNI-JKT')],
  ['an IBAN that is none', 'FF01', /<CdtrAcct>.*?<\/CdtrAcct>/, IBAN.replace('DE89', '1289')],
  ['an id outside the safe set', 'FF01', /GOOD-KEL-2/, 'GOOD_KEL_2'],
  ['a day of creation that there is not', 'FF01', /<CreDtTm>2023-03-01/, '<CreDtTm>2023-02-29'],
  ['a time that there is not', 'FF01', /<Dt>2023-03-02<\/Dt>/, '<DtTm>2023-02-30T09:00:00+07:00</DtTm>'],
  ['its end cut off', 'FF01', /<\/PmtInf>[^]*$/, ''],
  ['another version', 'FF01', /pain\.001\.001\.09/, 'pain.001.001.03'],
  ['a count of the block', 'AM10', /(<BtchBookg>false<\/BtchBookg><NbOfTxs>)3/, '$12'],
  ['a sum of the file', 'AM10', /<CtrlSum>1200000/, '<CtrlSum>1200001'],
])('refuses %s with %s', async (_what, reason, pattern, replacement) => {
  const spoilt = (await textOf('GOOD'))
    .replaceAll('GOOD', 'SPOILT')
    .replace(new RegExp(pattern.source.replaceAll('GOOD', 'SPOILT')), replacement.replaceAll('GOOD', 'SPOILT'));
  expect(spoilt).not.toBe((await textOf('GOOD')).replaceAll('GOOD', 'SPOILT'));
  await bank.sendText('SPOILT.pain001.xml', spoilt);
  await expectRefused('SPOILT', reason);
});

it('takes a refused MsgId again when it comes mended', async () => {
  await bank.sendText('GOOD.pain001.xml', (await textOf('GOOD')).replace('2023-03-02', 'lusa'));
  expect(await verdict('GOOD')).toMatchObject({ groupStatus: 'RJCT', reasonCode: 'FF01' });
  await bank.untilIdle();
  await sendFile('GOOD');
  await bank.report('GOOD.status-1.pain002.xml');
  await expectPaid('GOOD');
});

it('answers the same bytes once, at once and after a restart', async () => {
  await sendFile('GOOD');
  await expectPaid('GOOD');
  await bank.untilIdle();
  const [names, answer, books] = [
    await bank.names(''),
    await bank.text('GOOD.ack.pain002.xml'),
    bank.ask(PAYMENTS, 'GOOD'),
  ];
  const sendAgain = async () => {
    await sendFile('GOOD');
    await bank.untilIdle();
    expect(await bank.names('')).toEqual(names);
    expect(await bank.text('GOOD.ack.pain002.xml')).toBe(answer);
    expect(bank.ask(PAYMENTS, 'GOOD')).toEqual(books);
  };
  await sendAgain();
  await bank.stop();
  await bank.start();
  await sendAgain();
});

it('answers both of two copies that come at the same time once', async () => {
  await sendFile('GOOD');
  await bank.until(async () => (await bank.inbox()).length === 0, 'the first copy');
  await sendFile('GOOD');
  await expectPaid('GOOD');
  await bank.untilIdle();
  expect(await bank.names('GOOD.duplicate')).toEqual([]);
});

it('refuses another order under a MsgId already taken in an answer of its own', async () => {
  await sendFile('GOOD');
  await expectPaid('GOOD');
  const books = bank.ask(PAYMENTS, 'GOOD');
  await bank.lay('GOOD.pain001.xml', file('again/GOOD'));
  await bank.until(async () => (await bank.names('GOOD.duplicate-')).length > 0, 'the refusal');
  const [name = ''] = await bank.names('GOOD.duplicate-');
  const { heading } = await bank.report(name);
  expect(heading).toMatchObject({ groupStatus: 'RJCT', reasonCode: 'DU01', originalMessageId: 'GOOD' });
  const first = await verdict('GOOD');
  expect(first).toMatchObject({ groupStatus: 'ACTC' });
  expect(heading.messageId).not.toBe(first.messageId);
  expect(bank.ask(PAYMENTS, 'GOOD')).toEqual(books);
  await bank.untilIdle();
  expect((await bank.names('GOOD.status-')).length).toBeLessThanOrEqual(1);
});

it('goes on with the next file when one cannot even be opened', async () => {
  await mkdir(join(bank.dir, 'state', 'sftp', 'in', 'A.pain001.xml'));
  await bank.until(() => Promise.resolve(bank.troubles.length > 0), 'the trouble');
  await sendFile('GOOD');
  await expectPaid('GOOD');
  expect(bank.troubles.splice(0)).toMatchObject([{ code: 'EISDIR' }]);
});
