import fc from 'fast-check';
import { nextLife, type TaskLife } from './next-life.js';
import { TASK_EVENTS, TASK_LIFE, type TaskEvent, taskStep, type TaskStep } from './task-life.js';
import { isOpen, OPEN_STATES, TASK_STATES, type TaskState } from './task-state.js';

const CLOSED = TASK_STATES.filter((state) => !isOpen(state));
const FRESH: TaskLife = {
  state: 'ready',
  ownerId: null,
  delegatedBy: null,
  delegationId: null,
  potentialOwners: null,
  resumeState: null,
  suspendedOn: null,
  suspendedUntil: null,
};
const steps = (event: TaskEvent): readonly TaskStep[] => TASK_LIFE[event];

test('what is closed stays closed: no event leads out of it', () => {
  expect(CLOSED).toEqual(['completed', 'failed', 'exited', 'obsolete']);
  for (const state of CLOSED) expect(TASK_EVENTS.filter((event) => taskStep(event, state) !== undefined)).toEqual([]);
});

test.each(OPEN_STATES)('%s can be left, and reached again or from the start', (state) => {
  const reached = new Set<TaskState>(['created', 'ready']);
  for (const event of TASK_EVENTS) for (const { to } of steps(event)) reached.add(to as TaskState);
  expect(reached).toContain(state);
  expect(TASK_EVENTS.some((event) => !['unchanged', state].includes(taskStep(event, state)?.to ?? state))).toBe(true);
});

test('an event has one step at most from a state', () => {
  for (const event of TASK_EVENTS) {
    const from = steps(event).flatMap((step) => step.from);
    expect(new Set(from).size).toBe(from.length);
  }
});

test('nobody above an office decides, starts or claims what is the office’s to decide', () => {
  for (const event of ['decide', 'claim', 'start', 'fail', 'delegate'] as const) {
    for (const { by } of steps(event)) expect(by).not.toContain('supervisor');
  }
});

const person = fc.constantFrom('ana', 'budi', 'citra');
const change = fc.record({
  event: fc.constantFrom(...TASK_EVENTS),
  actorId: person,
  targetIds: fc.tuple(person),
  today: fc.constant('2023-03-06'),
  until: fc.constant('2023-03-10'),
});

/** Plays what the table allows and leaves out the rest. */
function play(changes: readonly Parameters<typeof nextLife>[1][], from = FRESH): TaskLife[] {
  const lives = [from];
  for (const each of changes) {
    const now = lives.at(-1) ?? from;
    if (taskStep(each.event, now.state) !== undefined) lives.push(nextLife(now, each));
  }
  return lives;
}

test('whatever happens, the row keeps its constraints', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      for (const life of play(changes)) {
        if (life.state === 'reserved' || life.state === 'in_progress') expect(life.ownerId).not.toBeNull();
        if (life.state === 'ready') expect([life.ownerId, life.delegatedBy]).toEqual([null, null]);
        expect(life.state === 'suspended').toBe(life.suspendedUntil !== null && life.resumeState !== null);
        if (life.delegatedBy !== null) expect(life.ownerId).not.toBeNull();
      }
    }),
  );
});

test('a suspension ends where it began', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      const before = play(changes).at(-1) ?? FRESH;
      fc.pre(taskStep('suspend', before.state) !== undefined);
      const paused = nextLife(before, { event: 'suspend', actorId: 'ana', today: '2023-03-06', until: '2023-03-10' });
      expect(nextLife(paused, { event: 'resume', actorId: null })).toEqual(before);
    }),
  );
});

test('what is delegated comes back, reserved, to who delegated it; what is not goes to the pool', () => {
  const held = nextLife(FRESH, { event: 'claim', actorId: 'ana' });
  const delegated = nextLife(held, { event: 'delegate', actorId: 'ana', targetIds: ['budi'] });
  expect(delegated).toMatchObject({ state: 'reserved', ownerId: 'budi', delegatedBy: 'ana' });
  expect(nextLife(delegated, { event: 'release', actorId: 'budi' })).toEqual(held);
  expect(nextLife(held, { event: 'release', actorId: 'ana' })).toEqual(FRESH);
});

test('forwarding replaces the potential owners and frees the task', () => {
  const held = nextLife(FRESH, { event: 'start', actorId: 'ana' });
  expect(nextLife(held, { event: 'forward', actorId: 'ana', targetIds: ['budi', 'citra'] })).toEqual({
    ...FRESH,
    potentialOwners: ['budi', 'citra'],
  });
});

test('a step that the table does not have is a mistake of the caller', () => {
  expect(() => nextLife({ ...FRESH, state: 'completed' }, { event: 'claim', actorId: 'ana' })).toThrow('completed');
});
