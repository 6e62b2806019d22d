import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expectPaid, layOrder, orderFile, orderText, paymentsOf } from './testing/orders.js';
import { TestBank } from './testing/test-bank.js';

let bank: TestBank;
beforeEach(async () => (bank = await TestBank.open()));
afterEach(async () => {
  await bank.close();
  expect(bank.troubles).toEqual([]);
});

const sendFile = (name: string) => layOrder(bank, name);

async function expectRefused(id: string, reason: string): Promise<void> {
  const { heading, rows } = await bank.report(`${id}.ack.pain002.xml`);
  expect(heading).toMatchObject({ groupStatus: 'RJCT', reasonCode: reason, originalMessageId: id });
  expect(rows).toEqual([]);
  for (const table of ['payment_order', 'payment_block', 'instruction']) {
    expect(bank.ask(`SELECT * FROM ${table} WHERE message_id = ?`, id)).toEqual([]);
  }
  await sendFile('GOOD');
  await expectPaid(bank, 'GOOD');
}

it.each(['GOOD', 'DATE-AND-TIME', 'NO-CTRLSUM', 'TWO-BLOCKS'])('pays %s', async (id) => {
  await sendFile(id);
  await expectPaid(bank, id);
  expect(paymentsOf(bank, id)).toEqual(
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
  const text = (await orderText('GOOD'))
    .replace(/<CdtrAgt>.*?<\/CdtrAgt>/, BIC)
    .replace(/<CdtrAcct>.*?<\/CdtrAcct>/, IBAN)
    .replace(/<DbtrAcct>.*?<\/DbtrAcct>/, DEBTOR_IBAN);
  await bank.sendText('GOOD.pain001.xml', text);
  await expectPaid(bank, 'GOOD');
  expect(paymentsOf(bank, 'GOOD')[0]).toMatchObject({ account: 'DE89370400440532013000', bank: 'BNINIDJA' });
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
  const spoilt = (await orderText('GOOD'))
    .replaceAll('GOOD', 'SPOILT')
    .replace(new RegExp(pattern.source.replaceAll('GOOD', 'SPOILT')), replacement.replaceAll('GOOD', 'SPOILT'));
  expect(spoilt).not.toBe((await orderText('GOOD')).replaceAll('GOOD', 'SPOILT'));
  await bank.sendText('SPOILT.pain001.xml', spoilt);
  await expectRefused('SPOILT', reason);
});

it.each(['E2E', 'PmtInf'])('never cuts an id of 36 characters in %s', async (field) => {
  const long = 'X'.repeat(36);
  const text = (await orderText('GOOD')).replaceAll('GOOD', 'LONG');
  await bank.sendText('LONG.pain001.xml', text.replace(field === 'E2E' ? 'LONG-KEL-1' : 'LONG-1', long));
  await expectRefused('LONG', 'FF01');
});

it('says so when the name holds an id of 36 characters, which no answer could name', async () => {
  const name = `${'X'.repeat(36)}.pain001.xml`;
  await bank.lay(name, orderFile('GOOD'));
  expect(await bank.text(`${name}.refused.txt`)).toBe('BANK_FILE_NAME\n');
  await sendFile('GOOD');
  await expectPaid(bank, 'GOOD');
});

it('is not kept busy by a file that is nested without end', async () => {
  const deep = '<a>'.repeat(300_000);
  const text = (await orderText('GOOD')).replaceAll('GOOD', 'DEEP');
  const spoilt = text.replace('</CdtTrfTxInf>', `<SplmtryData><Envlp>${deep}</CdtTrfTxInf>`);
  await bank.sendText('DEEP.pain001.xml', spoilt);
  await expectRefused('DEEP', 'FF01');
});

it('goes on with the next file when one cannot even be opened', async () => {
  await mkdir(join(bank.dir, 'state', 'sftp', 'in', 'A.pain001.xml'));
  await bank.until(() => Promise.resolve(bank.troubles.length > 0), 'the trouble');
  await sendFile('GOOD');
  await expectPaid(bank, 'GOOD');
  expect(bank.troubles.splice(0)).toMatchObject([{ code: 'EISDIR' }]);
});
