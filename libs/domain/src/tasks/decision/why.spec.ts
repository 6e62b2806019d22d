import { TASK_KINDS, taskRule } from '../../stages/stage-catalogue.js';
import { ROLE_NAMES, ROLES } from '../../organisation/role.js';
import { aDecision, anActor, aTask, placeOf, TODAY } from './why.factory.js';
import { why } from './why.js';

const codes = (answer: ReturnType<typeof why>): string[] => answer.refusals.map(({ code }) => code);
const everyPair = TASK_KINDS.flatMap((kind) => ROLE_NAMES.map((role) => ({ kind, role })));

test.each(everyPair)('$kind is decided by its own role only: $role', ({ kind, role }) => {
  const answer = why(anActor(role), aDecision(kind), aTask(kind), TODAY);

  const isItsRole = taskRule(kind).role === role;
  expect(answer.allowed).toBe(isItsRole);
  expect(codes(answer)).toEqual(isItsRole ? [] : ['ROLE_NOT_PERMITTED']);
});

test.each(TASK_KINDS.flatMap((kind) => taskRule(kind).outcomes.map((outcome) => ({ kind, outcome }))))(
  '$kind may be $outcome by the right person in the right place',
  ({ kind, outcome }) => {
    const answer = why(anActor(taskRule(kind).role), aDecision(kind, { outcome }), aTask(kind), TODAY);

    expect(answer).toMatchObject({ allowed: true, refusals: [] });
    expect(answer.appointment?.role).toBe(taskRule(kind).role);
  },
);

test.each(TASK_KINDS.filter((kind) => ROLES[taskRule(kind).role] !== 'nation'))(
  '%s is closed to the same office elsewhere',
  (kind) => {
    const { role } = taskRule(kind);
    const elsewhere = anActor(role, placeOf(role).replace('32', '31'));

    expect(codes(why(elsewhere, aDecision(kind), aTask(kind), TODAY))).toEqual(['TERRITORY_OUTSIDE_OFFICE']);
  },
);

test('an office covers everything below it, and a code that only begins alike is another place', () => {
  const task = aTask('roster.submit', { territoryCode: '32.75.02.1001' });

  expect(why(anActor('dinsos_operator', '32.75'), aDecision('roster.submit'), task, TODAY).allowed).toBe(true);
  expect(why(anActor('dinsos_operator', '32.7'), aDecision('roster.submit'), task, TODAY).allowed).toBe(false);
});

test('somebody without any office is refused everything', () => {
  const nobody = { ...anActor('ppk'), appointments: [] };

  for (const kind of TASK_KINDS)
    expect(codes(why(nobody, aDecision(kind), aTask(kind), TODAY))).toContain('ROLE_NOT_PERMITTED');
});

test.each(['completed', 'exited'] as const)('a task that is %s takes no action any more', (state) => {
  for (const type of ['claim', 'release', 'prepare'] as const) {
    expect(codes(why(anActor('ppk'), { type }, aTask('closing.set', { state }), TODAY))).toEqual(['TASK_CLOSED']);
  }
});

test('a task held by a colleague is refused and says by whom; one held by oneself is not', () => {
  const heldBy = (officerId: string) =>
    aTask('closing.set', { state: 'reserved', owner: { officerId, fullName: 'Colleague' } });

  expect(why(anActor('ppk'), aDecision('closing.set'), heldBy('ppk-2'), TODAY).refusals).toEqual([
    { code: 'TASK_HELD', details: { holder: 'Colleague' } },
  ]);
  expect(why(anActor('ppk'), aDecision('closing.set'), heldBy('ppk-1'), TODAY).allowed).toBe(true);
});

test('every reason is told at once, the office first', () => {
  const task = aTask('endorsement.lurah', {
    state: 'exited',
    owner: { officerId: 'someone', fullName: 'Someone' },
    mandate: undefined,
    signatures: [{ officerId: 'camat-1', capacity: 'verify' }],
  });
  const action = aDecision('endorsement.lurah', {
    outcome: 'returned',
    reason: ' ',
    returnTo: 'roster',
    artefactHash: 'old',
  });

  expect(codes(why(anActor('camat'), action, task, TODAY))).toEqual([
    'ROLE_NOT_PERMITTED',
    'TASK_CLOSED',
    'TASK_HELD',
    'FOUR_EYES',
    'MANDATE_MISSING',
    'REASON_REQUIRED',
    'RETURN_STAGE_NOT_OFFERED',
    'ARTEFACT_CHANGED',
  ]);
});
