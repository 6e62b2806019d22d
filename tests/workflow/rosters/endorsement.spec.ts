import { atFirst } from '../../support/workflows/fake-people.js';
import { WorkflowServer } from '../../support/workflows/workflow-server.js';

const server = WorkflowServer.use();
const KELURAHAN = ['32.75.02.1001', '32.75.02.1002', '32.75.03.1001'];

/** A city from its mandate to its report, with the first task of a kind decided otherwise. */
async function city(people: ReturnType<typeof atFirst>) {
  const { run, fake } = server.programme({ kelurahan: KELURAHAN, people, hasReturn: false });
  const input = { periodId: run, cityCode: '32.75' };
  await (await server.begin('cityPeriodWorkflow', `city:${run}`, input)).result();
  return { run, fake };
}

test('a lurah who returns has only that kelurahan verified again', async () => {
  const { fake } = await city(
    atFirst('endorsement.lurah', { outcome: 'returned', returnTo: 'verification' }, KELURAHAN[1]),
  );

  expect(fake.opened('verification.complete').sort()).toEqual([...KELURAHAN, KELURAHAN[1]].sort());
  expect(fake.opened('endorsement.lurah')).toHaveLength(4);
  expect(fake.opened('endorsement.camat').sort()).toEqual(['32.75.02', '32.75.03']);
});

test('a camat who names one kelurahan leaves the others signed', async () => {
  const returned = { outcome: 'returned', returnTo: 'verification', kelurahanCodes: ['32.75.02.1002'] } as const;
  const { fake } = await city(atFirst('endorsement.camat', returned, '32.75.02'));

  expect(fake.opened('verification.complete').filter((code) => code === '32.75.02.1002')).toHaveLength(2);
  expect(fake.opened('verification.complete').filter((code) => code === '32.75.02.1001')).toHaveLength(1);
  expect(fake.opened('endorsement.lurah').filter((code) => code === '32.75.02.1001')).toHaveLength(1);
  expect(fake.opened('endorsement.camat').filter((code) => code === '32.75.02')).toHaveLength(2);
  expect(fake.opened('endorsement.camat').filter((code) => code === '32.75.03')).toHaveLength(1);
});

test('a camat who names none has the whole kecamatan verified again', async () => {
  const { fake } = await city(
    atFirst('endorsement.camat', { outcome: 'returned', returnTo: 'verification' }, '32.75.02'),
  );

  expect(fake.opened('verification.complete')).toHaveLength(5);
  expect(fake.opened('endorsement.lurah').filter((code) => code === '32.75.03.1001')).toHaveLength(1);
});

test('the head of Dinsos may send one kelurahan back; its kecamatan signs again, then the city', async () => {
  const returned = { outcome: 'returned', returnTo: 'verification', kelurahanCodes: ['32.75.03.1001'] } as const;
  const { fake } = await city(atFirst('endorsement.dinsos', returned));

  expect(fake.opened('verification.complete')).toHaveLength(4);
  expect(fake.opened('endorsement.camat').sort()).toEqual(['32.75.02', '32.75.03', '32.75.03']);
  expect(fake.opened('endorsement.dinsos')).toHaveLength(2);
  expect(fake.opened('endorsement.mayor')).toHaveLength(1);
});

test('a mayor who returns to the roster has a new version made; the old one stays as it was', async () => {
  const { run, fake } = await city(atFirst('endorsement.mayor', { outcome: 'returned', returnTo: 'roster' }));

  expect(fake.effects.get(`${run}/roster/32.75/1`)).toBe('submitted');
  expect(fake.effects.get(`${run}/roster/32.75/2`)).toBe('endorsed');
  expect(fake.opened('roster.submit')).toHaveLength(2);
  expect(fake.opened('verification.complete')).toHaveLength(6);
  expect(fake.effects.get(`${run}/decree/32.75/2`)).toBe('ratified');
  expect(fake.effects.has(`${run}/decree/32.75/1`)).toBe(false);
});

test('a list the PPK returns is endorsed again from the lurah up', async () => {
  const { run, fake } = await city(atFirst('closing.set', { outcome: 'returned', returnTo: 'endorsement' }));

  expect(fake.opened('endorsement.lurah')).toHaveLength(6);
  expect(fake.opened('closing.set')).toHaveLength(2);
  expect(fake.effects.get(`${run}/roster/32.75/1`)).toBe('endorsed');
});

test('a decree the KPA returns goes back to the PPK only', async () => {
  const { fake } = await city(atFirst('closing.ratify', { outcome: 'returned', returnTo: 'closing' }));

  expect(fake.opened('closing.set')).toHaveLength(2);
  expect(fake.opened('endorsement.lurah')).toHaveLength(3);
  expect(fake.calls.filter((name) => name === 'ratifyDecree')).toHaveLength(1);
});

test('an order the treasurer returns is requested again and sent once', async () => {
  const { fake } = await city(atFirst('payment.release', { outcome: 'returned', returnTo: 'payment' }));

  expect(fake.opened('payment.request')).toHaveLength(2);
  expect(fake.calls.filter((name) => name === 'sendOrder')).toHaveLength(1);
});
