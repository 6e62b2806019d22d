import { anActor } from '../tasks/decision/why.factory.js';
import { ROLE_NAMES, ROLES } from '../organisation/role.js';
import { hasPower } from '../organisation/power.js';
import { TASK_KINDS, taskRule } from '../stages/stage-catalogue.js';
import {
  type DelegationFacts,
  delegationRefusals,
  type DelegationCommand,
  officeToStandIn,
} from './delegation-check.js';

const KRANJI = '32.75.02.1001';
const giver = anActor('lurah', KRANJI, 'giver');
const neighbour = { ...anActor('lurah', '32.75.02.1002', 'neighbour') };
neighbour.appointments = neighbour.appointments.map((one) => ({ ...one, id: 'appointment-neighbour' }));

const command = (more: Partial<DelegationCommand> = {}): DelegationCommand => ({
  appointmentId: 'appointment-lurah',
  toOfficerId: 'neighbour',
  validFrom: '2023-04-03',
  validTo: '2023-04-10',
  ...more,
});
const facts = (more: Partial<DelegationFacts> = {}): DelegationFacts => ({
  today: '2023-04-03',
  maxDays: 90,
  giver,
  delegate: neighbour,
  others: [],
  nameOf: (officerId) => officerId,
  ...more,
});
const codes = (requested = command(), about = facts()) =>
  delegationRefusals(requested, about).map(({ code, field }) => `${code} ${field}`);
const other = {
  ...{ id: 'other', fromOfficerId: 'giver', toOfficerId: 'third', validFrom: '2023-04-10', validTo: '2023-04-12' },
  ...{ appointmentId: 'appointment-lurah', toAppointmentId: 'appointment-third' },
};
const acting = { ...giver, appointments: giver.appointments.map((one) => ({ ...one, acting: 'plh' as const })) };

test('a lurah is stood in for by the lurah next door, ninety days at most', () => {
  expect(codes()).toEqual([]);
  expect(codes(command({ validTo: '2023-07-01' }))).toEqual([]);
  expect(codes(command({ validTo: '2023-07-02' }))).toEqual(['DELEGATION_TOO_LONG validTo']);
});

test.each([
  ['a first day in the past', command({ validFrom: '2023-04-02' }), facts(), 'DELEGATION_PAST validFrom'],
  ['a last day before the first', command({ validTo: '2023-04-02' }), facts(), 'DELEGATION_DATES validTo'],
  ['an office that is not theirs', command({ appointmentId: 'x' }), facts(), 'DELEGATION_OFFICE appointmentIds'],
  ['an office one stands in for', command(), facts({ giver: acting }), 'DELEGATION_ACTING appointmentIds'],
  ['days that are delegated already', command(), facts({ others: [other] }), 'DELEGATION_OVERLAP validFrom'],
  ['oneself', command(), facts({ delegate: giver }), 'DELEGATION_SELF toOfficerId'],
  ['nobody', command(), facts({ delegate: undefined }), 'OFFICER_UNKNOWN toOfficerId'],
  ['another tier', command(), facts({ delegate: anActor('camat') }), 'DELEGATION_TARGET toOfficerId'],
  [
    'another kecamatan',
    command(),
    facts({ delegate: anActor('lurah', '32.75.03.1001') }),
    'DELEGATION_TARGET toOfficerId',
  ],
  [
    'who has delegated to the giver',
    command(),
    facts({
      others: [{ ...other, fromOfficerId: 'neighbour', toOfficerId: 'giver' }].map((one) => ({
        ...one,
        appointmentId: 'appointment-neighbour',
        toAppointmentId: 'appointment-lurah',
      })),
    }),
    'DELEGATION_CYCLE toOfficerId',
  ],
])('%s is refused with code and field', (_what, requested, about, code) => {
  expect(codes(requested, about)).toEqual([code]);
});

test('who only stands in for a post passes nothing on and takes nothing in', () => {
  const [office] = giver.appointments;
  if (office === undefined) throw new Error('the giver has an office');
  const standIn = {
    ...neighbour,
    appointments: neighbour.appointments.map((one) => ({ ...one, acting: 'plt' as const })),
  };
  expect(officeToStandIn(office, standIn)).toBeUndefined();
  expect(officeToStandIn(office, neighbour)?.id).toBe('appointment-neighbour');
});

test('a city’s office is never stood in for by another city’s', () => {
  const [office] = anActor('dinsos_head').appointments;
  if (office === undefined) throw new Error('the head has an office');
  expect(officeToStandIn(office, anActor('dinsos_head', '32.76'))).toBeUndefined();
  expect(officeToStandIn(office, anActor('dinsos_head'))).toBeDefined();
});

/** The treasurer is kept apart from whoever commits by law (UU 1/2004, PMK 254/2015); a TKSK is a field worker. */
test('two roles of one tier sign some chain in different capacities, but for treasurer and TKSK', () => {
  const deciding = ROLE_NAMES.filter((role) => hasPower([role], 'task:act'));
  const clashes = (one: string, two: string) =>
    TASK_KINDS.some((kind) =>
      TASK_KINDS.some((next) => {
        const [a, b] = [taskRule(kind), taskRule(next)];
        return a.role === one && b.role === two && a.chain === b.chain && a.capacity !== b.capacity;
      }),
    );
  const free = deciding.flatMap((one) =>
    deciding.filter((two) => one < two && ROLES[one] === ROLES[two] && !clashes(one, two)).map((two) => [one, two]),
  );
  expect(free).toEqual([
    ['programme_officer', 'treasurer'],
    ['kpa', 'treasurer'],
    ['camat', 'tksk'],
  ]);
});
