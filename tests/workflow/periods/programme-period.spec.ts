import { STAGES } from '#domain';
import { atFirst } from '../../support/workflows/fake-people.js';
import { WorkflowServer } from '../../support/workflows/workflow-server.js';

const server = WorkflowServer.use();
const play = async (commands: Parameters<WorkflowServer['programme']>[0]) => {
  const { run, fake } = server.programme(commands);
  const handle = await server.begin('programmePeriodWorkflow', `period:${run}`, { periodId: run });
  await handle.result();
  return { run, fake, days: await server.daysOf(handle.workflowId) };
};

test('a whole period runs from the allocation to its closure', async () => {
  const { run, fake, days } = await play({ cases: { '32.75.02.1001': [{ id: 'case-1' }] } });

  for (const stage of STAGES.slice(1)) expect(fake.effects.get(`${run} 32.75 ${stage}`)).toBe('done');
  expect(fake.effects.get(`${run} closed`)).toBe(true);
  expect(fake.effects.get(`${run}/roster/32.75/1`)).toBe('endorsed');
  expect(fake.effects.get(`${run}/order/32.75/1 return`)).toBe('confirmed');
  expect(fake.escalations).toEqual([]);
  expect(days).toBeGreaterThanOrEqual(106);
  expect(days).toBeLessThan(107);
});

test('two cities go side by side, and the period closes after both', async () => {
  const { run, fake } = await play({ cities: ['32.75', '32.76'] });

  for (const city of ['32.75', '32.76']) expect(fake.effects.get(`${run} ${city} reporting`)).toBe('done');
  expect(fake.opened('period.close')).toEqual(['ID']);
  expect(fake.calls.at(-1)).toBe('closePeriod');
});

test('a returned allocation goes back to its preparer and up again', async () => {
  const { fake } = await play({
    people: atFirst('allocation.approve', { outcome: 'returned', returnTo: 'allocation' }),
  });

  expect(fake.opened('allocation.verify')).toHaveLength(2);
  expect(fake.opened('allocation.prepare')).toHaveLength(1);
  expect(fake.opened('allocation.approve')).toHaveLength(2);
  expect(fake.calls.filter((name) => name === 'postAllocation')).toHaveLength(1);
});

test('an approved allocation that the budget no longer covers goes back to its preparer and up again', async () => {
  const { run, fake } = await play({ isOverBudget: true });

  expect(fake.opened('allocation.prepare')).toHaveLength(1);
  expect(fake.opened('allocation.approve')).toHaveLength(2);
  expect(fake.effects.get(`${run} closed`)).toBe(true);
});

test('an allocation returned by the PPK never comes before the KPA in that state', async () => {
  const { fake } = await play({
    people: atFirst('allocation.verify', { outcome: 'returned', returnTo: 'allocation' }),
  });

  expect(fake.opened('allocation.prepare')).toHaveLength(1);
  expect(fake.opened('allocation.approve')).toHaveLength(1);
});

test('a city that refuses its mandate does nothing more, and the period closes without it', async () => {
  const { run, fake } = await play({ people: atFirst('mandate.accept', { outcome: 'refused' }) });

  expect(fake.effects.get(`${run}/mandate/32.75`)).toBe('refused');
  expect(fake.opened('roster.submit')).toEqual([]);
  expect(fake.effects.get(`${run} closed`)).toBe(true);
});

test('nothing to return means nobody is asked to return it', async () => {
  const { fake } = await play({ hasReturn: false });

  expect(fake.opened('return.instruct')).toEqual([]);
  expect(fake.opened('report.city')).toEqual(['32.75']);
});

test('a kecamatan report that is skipped holds nothing up, and one that fails is opened anew', async () => {
  const skipped = await play({ people: atFirst('report.kecamatan', { outcome: 'skipped' }, '32.75.02') });
  expect(skipped.fake.opened('report.kecamatan')).toHaveLength(2);
  expect(skipped.fake.effects.get(`${skipped.run} closed`)).toBe(true);

  const failed = await play({ people: atFirst('report.kecamatan', { outcome: 'failed' }, '32.75.02') });
  expect(failed.fake.opened('report.kecamatan').sort()).toEqual(['32.75.02', '32.75.02', '32.75.03']);
  expect(failed.fake.effects.get(`${failed.run} closed`)).toBe(true);
});

test('a list that changed after both signatures is set and ratified anew, and paid once', async () => {
  const { run, fake } = await play({ listChanges: 1 });

  expect(fake.opened('closing.set')).toHaveLength(2);
  expect(fake.opened('closing.ratify')).toHaveLength(2);
  expect(fake.calls.filter((name) => name === 'releaseOrder')).toHaveLength(1);
  expect(fake.effects.get(`${run} closed`)).toBe(true);
});
