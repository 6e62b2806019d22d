import { expectPaid, layOrder, orderFile, orderText, paymentsOf } from './testing/orders.js';
import { TestBank } from './testing/test-bank.js';

let bank: TestBank;
beforeEach(async () => (bank = await TestBank.open()));
afterEach(async () => {
  await bank.close();
  expect(bank.troubles).toEqual([]);
});

const verdict = async (id: string) => (await bank.report(`${id}.ack.pain002.xml`)).heading;
const sendFile = (name: string) => layOrder(bank, name);

it('takes a refused MsgId again when it comes mended', async () => {
  await bank.sendText('GOOD.pain001.xml', (await orderText('GOOD')).replace('2023-03-02', 'lusa'));
  expect(await verdict('GOOD')).toMatchObject({ groupStatus: 'RJCT', reasonCode: 'FF01' });
  await bank.untilIdle();
  await sendFile('GOOD');
  await bank.report('GOOD.status-1.pain002.xml');
  await expectPaid(bank, 'GOOD');
});

it('answers the same bytes once, at once and after a restart', async () => {
  await sendFile('GOOD');
  await expectPaid(bank, 'GOOD');
  await bank.untilIdle();
  const [names, answer, books] = [
    await bank.names(''),
    await bank.text('GOOD.ack.pain002.xml'),
    paymentsOf(bank, 'GOOD'),
  ];
  const sendAgain = async () => {
    await sendFile('GOOD');
    await bank.untilIdle();
    expect(await bank.names('')).toEqual(names);
    expect(await bank.text('GOOD.ack.pain002.xml')).toBe(answer);
    expect(paymentsOf(bank, 'GOOD')).toEqual(books);
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
  await expectPaid(bank, 'GOOD');
  await bank.untilIdle();
  expect(await bank.names('GOOD.duplicate')).toEqual([]);
});

it('refuses another order under a MsgId already taken in an answer of its own', async () => {
  await sendFile('GOOD');
  await expectPaid(bank, 'GOOD');
  const books = paymentsOf(bank, 'GOOD');
  await bank.lay('GOOD.pain001.xml', orderFile('again/GOOD'));
  await bank.until(async () => (await bank.names('GOOD.duplicate-')).length > 0, 'the refusal');
  const [name = ''] = await bank.names('GOOD.duplicate-');
  const { heading } = await bank.report(name);
  expect(heading).toMatchObject({ groupStatus: 'RJCT', reasonCode: 'DU01', originalMessageId: 'GOOD' });
  const first = await verdict('GOOD');
  expect(first).toMatchObject({ groupStatus: 'ACTC' });
  expect(heading.messageId).not.toBe(first.messageId);
  expect(paymentsOf(bank, 'GOOD')).toEqual(books);
  await bank.untilIdle();
  expect((await bank.names('GOOD.status-')).length).toBeLessThanOrEqual(1);
});
