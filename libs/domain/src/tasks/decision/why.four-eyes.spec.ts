import fc from 'fast-check';
import { TASK_KINDS, TASK_RULES, taskRule } from '../../stages/stage-catalogue.js';
import { aDecision, anActor, aTask, TODAY } from './why.factory.js';
import { why } from './why.js';
import type { Capacity, Chain } from '../../stages/task-rule.js';

const CAPACITIES: readonly Capacity[] = ['prepare', 'verify', 'endorse', 'supervise', 'confirm', 'approve'];
const kind = fc.constantFrom(...TASK_KINDS);
const signature = fc.record({
  officerId: fc.constantFrom('me', 'you', 'they'),
  capacity: fc.constantFrom(...CAPACITIES),
});

test('whoever signed a chain in another capacity is refused, whatever else was signed; nobody else is', () => {
  fc.assert(
    fc.property(kind, fc.array(signature, { maxLength: 8 }), (about, signatures) => {
      const { role, capacity } = taskRule(about);
      const me = anActor(role, undefined, 'me');
      const answer = why(me, aDecision(about), aTask(about, { signatures }), TODAY);

      const signedOtherwise = signatures.some((signed) => signed.officerId === 'me' && signed.capacity !== capacity);
      expect(answer.allowed).toBe(!signedOtherwise);
      expect(answer.refusals.map(({ code }) => code)).toEqual(signedOtherwise ? ['FOUR_EYES'] : []);
    }),
  );
});

test('holding every role of a chain lets nobody sign it in two capacities', () => {
  const chains = Map.groupBy(TASK_KINDS, (each) => TASK_RULES[each].chain);
  for (const kinds of chains.values()) {
    const roles = [...new Set(kinds.map((each) => taskRule(each).role))];
    const appointments = roles.flatMap((role) => anActor(role).appointments);
    const everybody = { officerId: 'me', fullName: 'One for all', appointments };
    for (const first of kinds) {
      const signatures = [{ officerId: 'me', capacity: taskRule(first).capacity }];
      for (const next of kinds) {
        const answer = why(everybody, aDecision(next), aTask(next, { signatures }), TODAY);
        expect(answer.allowed).toBe(taskRule(first).capacity === taskRule(next).capacity);
      }
    }
  }
});

test('every chain that moves law or money ends with another capacity than it began', () => {
  const needTwo: readonly Chain[] = ['allocation', 'roster', 'decree', 'order', 'case', 'return', 'report'];
  for (const chain of needTwo) {
    const capacities = TASK_KINDS.filter((each) => TASK_RULES[each].chain === chain).map(
      (each) => taskRule(each).capacity,
    );
    expect(new Set(capacities).size).toBeGreaterThanOrEqual(2);
  }
});
