import fc from 'fast-check';
import { TASK_KINDS, taskRule } from '../../stages/stage-catalogue.js';
import { actsUnderMandate, ROLE_NAMES, ROLES } from '../../organisation/role.js';
import { aDecision, aMandate, anActor, aTask, TODAY } from './why.factory.js';
import { why } from './why.js';
import type { MandateFacts } from './task-facts.js';

const underMandate = TASK_KINDS.filter((kind) => actsUnderMandate(taskRule(kind).role));
const STATES = ['granted', 'accepted', 'suspended', 'revoked', 'returned'] as const;

const ask = (kind: (typeof TASK_KINDS)[number], mandate: MandateFacts | undefined, today = TODAY) =>
  why(anActor(taskRule(kind).role), aDecision(kind), aTask(kind, { mandate }), today);

test.each(underMandate)('%s needs a mandate that is live for its stage', (kind) => {
  const expected = kind === 'mandate.accept' ? 'granted' : 'accepted';
  for (const state of STATES) {
    const answer = ask(kind, aMandate({ state }));
    expect(answer.refusals).toEqual(state === expected ? [] : [{ code: 'MANDATE_NOT_LIVE', details: { state } }]);
  }
  expect(ask(kind, undefined).refusals).toEqual([{ code: 'MANDATE_MISSING', details: {} }]);
});

test.each(underMandate)('%s names the mandate it was decided under', (kind) => {
  expect(why(anActor(taskRule(kind).role), aDecision(kind), aTask(kind), TODAY).mandateId).toBe('mandate-1');
});

test.each(TASK_KINDS.filter((kind) => !underMandate.includes(kind)))('%s is decided by attribution', (kind) => {
  expect(ask(kind, undefined)).toMatchObject({ allowed: true });
  expect(ask(kind, aMandate({ state: 'revoked' }))).not.toHaveProperty('mandateId');
});

test('ministry and bank act by attribution, city and below under mandate', () => {
  expect(ROLE_NAMES.filter(actsUnderMandate)).toEqual(
    ROLE_NAMES.filter((role) => ['city', 'kecamatan', 'kelurahan'].includes(ROLES[role])),
  );
});

test.each([
  ['2023-03-05', false],
  ['2023-03-06', true],
  ['2023-12-31', true],
  ['2024-01-01', false],
])('a mandate from 2023-03-06 to 2023-12-31 holds on %s: %p', (today, isLive) => {
  const answer = ask('roster.submit', aMandate(), today);
  expect(answer.allowed).toBe(isLive);
  if (!isLive) {
    expect(answer.refusals).toEqual([
      { code: 'MANDATE_EXPIRED', details: { validFrom: '2023-03-06', validTo: '2023-12-31' } },
    ]);
  }
});

test('no day outside its dates is a day of the mandate', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, (today) => {
      expect(ask('roster.submit', aMandate(), today).allowed).toBe(today >= '2023-03-06' && today <= '2023-12-31');
    }),
  );
});
