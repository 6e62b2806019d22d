import type { Actor } from './actor.js';
import { appointmentFor, territoriesWith } from './actor.js';
import { anActor } from '../tasks/decision/why.factory.js';

const withOffices = (...offices: Actor[]): Actor => ({
  officerId: 'me',
  fullName: 'Me',
  appointments: offices.flatMap(({ appointments }) => appointments),
});

test('the scope of a power is where the person holds an office that carries it', () => {
  const actor = withOffices(anActor('lurah', '32.75.02.1001'), anActor('auditor', '32.75.03'));

  expect(territoriesWith(actor, 'person:reveal')).toEqual(['32.75.02.1001']);
  expect(territoriesWith(actor, 'audit:read')).toEqual(['32.75.03']);
  expect(territoriesWith(actor, 'period:create')).toEqual([]);
});

test('a place inside another held place adds nothing', () => {
  const actor = withOffices(
    anActor('camat', '32.75.02'),
    anActor('lurah', '32.75.02.1001'),
    anActor('lurah', '32.75.03.1001'),
  );

  expect(territoriesWith(actor, 'roster:read')).toEqual(['32.75.02', '32.75.03.1001']);
});

test('one office of a role in two places stands for both', () => {
  const actor = withOffices(anActor('lurah', '32.75.02.1001'), anActor('lurah', '32.75.02.1002'));

  expect(appointmentFor(actor, 'lurah', '32.75.02.1002')?.territoryCode).toBe('32.75.02.1002');
  expect(appointmentFor(actor, 'lurah', '32.75.02.1003')).toBeUndefined();
});
