import { TASK_KINDS, taskRule } from '../../stages/stage-catalogue.js';
import type { Freeze } from '../../mandates/freeze.js';
import { aDecision, anActor, aTask, TODAY } from './why.factory.js';
import { why } from './why.js';

const ELECTION: Freeze = {
  name: 'Pemilu 2024',
  reason: 'Masa tenang',
  territoryCode: '32.75',
  actions: ['endorsement.lurah', 'closing.ratify'],
  validFrom: '2023-03-09',
  validTo: '2023-03-11',
};
const lurahOn = (today: string, freeze: Freeze, type: 'decide' | 'claim' = 'decide') =>
  why(
    anActor('lurah'),
    type === 'decide' ? aDecision('endorsement.lurah') : { type },
    aTask('endorsement.lurah', { freezes: [freeze] }),
    today,
  );

test('a frozen action is refused and names period, reason and days', () => {
  expect(lurahOn(TODAY, ELECTION).refusals).toEqual([
    {
      code: 'ACTION_FROZEN',
      details: { period: 'Pemilu 2024', reason: 'Masa tenang', validFrom: '2023-03-09', validTo: '2023-03-11' },
    },
  ]);
});

test.each([
  ['2023-03-08', true],
  ['2023-03-09', false],
  ['2023-03-11', false],
  ['2023-03-12', true],
])('on %s the decision is free: %p', (today, isFree) => {
  expect(lurahOn(today, ELECTION).allowed).toBe(isFree);
});

test.each<[string, Partial<Freeze>, boolean]>([
  ['the whole country', { territoryCode: 'ID' }, false],
  ['this kelurahan', { territoryCode: '32.75.02.1001' }, false],
  ['its neighbour', { territoryCode: '32.75.02.1002' }, true],
  ['a code that only begins alike', { territoryCode: '32.7' }, true],
  ['another action', { actions: ['closing.ratify'] }, true],
])('a freeze of %s leaves the decision free: %p', (_where, more, isFree) => {
  expect(lurahOn(TODAY, { ...ELECTION, ...more }).allowed).toBe(isFree);
});

test('a frozen task may still be taken, read and prepared', () => {
  expect(lurahOn(TODAY, ELECTION, 'claim').allowed).toBe(true);
});

const standingIn = (kind: (typeof TASK_KINDS)[number], acting: 'plt' | 'plh') => {
  const actor = anActor(taskRule(kind).role);
  return { ...actor, appointments: actor.appointments.map((held) => ({ ...held, acting })) };
};

test.each(['plt', 'plh'] as const)('%s decides everything but quota and budget', (acting) => {
  const closed = TASK_KINDS.filter(
    (kind) => !why(standingIn(kind, acting), aDecision(kind), aTask(kind), TODAY).allowed,
  );
  expect(closed).toEqual([
    'allocation.prepare',
    'allocation.verify',
    'allocation.approve',
    'quota.verify',
    'quota.approve',
    'payment.request',
    'payment.release',
    'breaks.propose',
    'breaks.settle',
  ]);
  const refused = why(
    standingIn('payment.release', acting),
    aDecision('payment.release'),
    aTask('payment.release'),
    TODAY,
  );
  expect(refused.refusals).toEqual([{ code: 'ACTING_MATTER_CLOSED', details: { acting, matter: 'budget' } }]);
});

test('who holds a post and stands in for the same one elsewhere decides by the own post', () => {
  const actor = anActor('treasurer');
  const both = {
    ...actor,
    appointments: [...standingIn('payment.release', 'plt').appointments, ...actor.appointments],
  };
  expect(why(both, aDecision('payment.release'), aTask('payment.release'), TODAY).allowed).toBe(true);
});

test('work that was handed back is the grantor’s, under the grantor’s own power', () => {
  const handedBack = aTask('endorsement.lurah', { responsibleRole: 'programme_officer', mandate: undefined });
  const decision = aDecision('endorsement.lurah');
  expect(why(anActor('programme_officer', 'ID'), decision, handedBack, TODAY).allowed).toBe(true);
  expect(why(anActor('lurah'), decision, handedBack, TODAY).refusals).toEqual([
    { code: 'ROLE_NOT_PERMITTED', details: { role: 'programme_officer', territory: '32.75.02.1001' } },
  ]);
});
