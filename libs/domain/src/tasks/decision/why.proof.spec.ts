import { asksForProof } from '../../auth/second-factor.js';
import { TASK_KINDS, taskRule } from '../../stages/stage-catalogue.js';
import { aDecision, anActor, aTask, TODAY } from './why.factory.js';
import { why } from './why.js';

const codes = (kind: (typeof TASK_KINDS)[number], secondFactor: 'fresh' | 'stale' | 'missing' | undefined) =>
  why({ ...anActor(taskRule(kind).role), secondFactor }, aDecision(kind), aTask(kind), TODAY).refusals.map(
    ({ code }) => code,
  );

test.each(TASK_KINDS)('%s is decided after a proof exactly where it settles money, law or posts', (kind) => {
  const asks = ['quota', 'budget', 'posts', 'law', 'treasury'].includes(taskRule(kind).matter);
  expect(asksForProof(taskRule(kind).matter)).toBe(asks);
  expect(codes(kind, 'stale')).toEqual(asks ? ['PROOF_REQUIRED'] : []);
  expect(codes(kind, 'missing')).toEqual(asks ? ['SECOND_FACTOR_MISSING'] : []);
  expect(codes(kind, 'fresh')).toEqual([]);
  expect(codes(kind, undefined)).toEqual([]);
});

test('to take, read and prepare asks for no proof', () => {
  const actor = { ...anActor('ppk'), secondFactor: 'stale' } as const;
  expect(why(actor, { type: 'claim' }, aTask('payment.request'), TODAY).allowed).toBe(true);
});
