import { DAY, type ProgrammeOptions } from '../../support/workflows/fake-programme.js';
import { atFirst, everybodyAgrees, nobodyDecides, type People } from '../../support/workflows/fake-people.js';
import { WorkflowServer } from '../../support/workflows/workflow-server.js';

const server = WorkflowServer.use();
const KELURAHAN = ['32.75.02.1001', '32.75.02.1002', '32.75.03.1001'];

async function city(commands: ProgrammeOptions) {
  const { run, fake } = server.programme({ kelurahan: KELURAHAN, hasReturn: false, ...commands });
  const input = { periodId: run, cityCode: '32.75' };
  await (await server.begin('cityPeriodWorkflow', `city:${run}`, input)).result();
  return { run, fake, kinds: [...fake.tasks.values()].map(({ kind }) => kind) };
}

test('two people decide on doubted families after the kelurahan and before anybody signs', async () => {
  const { fake, kinds } = await city({ doubts: [2, 0] });

  const at = (kind: string) => kinds.indexOf(kind as (typeof kinds)[number]);
  expect(at('doubts.propose')).toBeGreaterThan(kinds.lastIndexOf('verification.complete'));
  expect(at('doubts.settle')).toBe(at('doubts.propose') + 1);
  expect(at('endorsement.lurah')).toBe(at('doubts.settle') + 1);
  expect(fake.calls.filter((name) => name === 'settleDoubts')).toHaveLength(1);
});

test('they are looked for before the kelurahan begin, and again when they are done', async () => {
  const { fake } = await city({});
  const first = fake.calls.indexOf('findDoubts');
  expect(first).toBeLessThan(fake.calls.indexOf('listKelurahan'));
  expect(fake.calls.filter((name) => name === 'kelurahanToCheck')).toHaveLength(1);
  expect(fake.opened('doubts.propose')).toEqual([]);
});

test('a round that the head returns is proposed anew; nothing is settled before it is confirmed', async () => {
  const people = atFirst('doubts.settle', { outcome: 'returned', returnTo: 'verification' });
  const { fake } = await city({ doubts: [1, 0], people });

  expect(fake.opened('doubts.propose')).toHaveLength(2);
  expect(fake.opened('doubts.settle')).toHaveLength(2);
  expect(fake.calls.filter((name) => name === 'settleDoubts')).toHaveLength(1);
});

test('kelurahan that are verified again at once come to the desk one after the other, before their lurah sign', async () => {
  const returned = { outcome: 'returned', returnTo: 'verification' } as const;
  const first = new Set<string>();
  /** None at the first look; two once the kelurahan have been sent back. */
  const doubts = [0];
  const people: People = (task) => {
    const isFirst = task.kind === 'endorsement.lurah' && !first.has(task.subject.territoryCode);
    if (!isFirst) return everybodyAgrees(task);
    first.add(task.subject.territoryCode);
    doubts.splice(0, 2, 2, 0);
    return returned;
  };
  const { fake, kinds } = await city({ doubts, people });

  expect(fake.opened('endorsement.lurah')).toHaveLength(6);
  expect(fake.opened('doubts.propose')).toEqual(['32.75']);
  expect(kinds.lastIndexOf('doubts.settle')).toBeGreaterThan(kinds.indexOf('endorsement.lurah'));
});

test('silence lets nobody in: the desk escalates, and nobody signs', async () => {
  const { run, fake } = server.programme({
    ...{ kelurahan: KELURAHAN, hasReturn: false, doubts: [1, 0], people: nobodyDecides('doubts.settle') },
  });
  const handle = await server.begin('cityPeriodWorkflow', `city:${run}`, { periodId: run, cityCode: '32.75' });
  await server.env.sleep(6 * DAY);
  expect(fake.escalations.some(({ what }) => what.includes('doubts.settle'))).toBe(true);
  expect(fake.opened('endorsement.lurah')).toEqual([]);

  await fake.decide(fake.task('doubts.settle'), { outcome: 'approved' });
  await handle.result();
  expect(fake.opened('endorsement.lurah')).toHaveLength(3);
});

test('a kelurahan that a list of meanwhile concerns verifies again, it alone, before the desk', async () => {
  const { fake, kinds } = await city({ doubts: [1, 0], toCheck: [[KELURAHAN[1] ?? '']] });

  expect(fake.opened('verification.complete').sort()).toEqual([...KELURAHAN, KELURAHAN[1]].sort());
  expect(kinds.indexOf('doubts.propose')).toBeGreaterThan(kinds.lastIndexOf('verification.complete'));
  expect(fake.calls.filter((name) => name === 'kelurahanToCheck')).toHaveLength(2);
});
