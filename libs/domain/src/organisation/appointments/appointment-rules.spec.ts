import fc from 'fast-check';
import { addCalendarDays } from '../../calendar/working-days.js';
import { type Role, ROLE_NAMES } from '../role.js';
import { anAppointment, around, inKecamatan, POLICY } from './appointment.factory.js';
import { whyNotAppointed } from './appointment-rules.js';
import { INCOMPATIBLE_ROLES, separationOf } from './incompatible-roles.js';
import { whyNotExtended } from './acting-rules.js';
import { overlapOf } from './term.js';
import type { AppointmentFacts, AppointmentsAround } from './appointment-facts.js';

const codes = (wanted: AppointmentFacts, beside: Partial<AppointmentsAround> = {}) =>
  whyNotAppointed(wanted, around(beside), POLICY).map(({ code }) => code);

const aDay = fc.integer({ min: 0, max: 60 }).map((days) => addCalendarDays('2023-01-01', days));
const aTerm = fc.record({ validFrom: aDay, validTo: fc.option(aDay, { nil: undefined }) });

test('an office of another tier, a bank and an end before the beginning are refused with their field', () => {
  expect(codes(anAppointment())).toEqual([]);
  expect(codes(anAppointment({ role: 'camat' }))).toEqual(['APPOINTMENT_TIER']);
  const inBank = { kind: 'bank', level: 'nation', territoryCode: 'ID' } as const;
  expect(codes(anAppointment({ ...inBank, role: 'ppk' }))).toEqual(['APPOINTMENT_OFFICE']);
  expect(codes(anAppointment({ ...inBank, role: 'bank_officer' }))).toEqual([]);
  expect(whyNotAppointed(anAppointment({ validTo: '2022-12-31' }), around(), POLICY)).toMatchObject([
    { code: 'APPOINTMENT_DATES', field: 'validTo' },
  ]);
});

test('the same post twice is refused exactly on shared days, and the refusal names them', () => {
  fc.assert(
    fc.property(aTerm, aTerm, (one, other) => {
      const fair = ({ validFrom, validTo }: typeof one) => validTo === undefined || validTo >= validFrom;
      fc.pre(fair(one) && fair(other));
      const refusals = whyNotAppointed(anAppointment(one), around({ ofOfficer: [anAppointment(other)] }), POLICY);
      const shared = overlapOf(one, other);
      expect(refusals).toEqual(
        shared === undefined
          ? []
          : [
              {
                code: 'APPOINTMENT_OVERLAP',
                field: 'validFrom',
                details: { validFrom: shared.validFrom, validTo: shared.validTo ?? '–' },
              },
            ],
      );
    }),
  );
});

test('roles that do not go together are the same two whichever comes first, and never one with itself', () => {
  const anyRole = fc.constantFrom(...ROLE_NAMES);
  fc.assert(
    fc.property(anyRole, anyRole, (one, other) => {
      expect(separationOf(one, other)).toBe(separationOf(other, one));
      if (one === other) expect(separationOf(one, other)).toBeUndefined();
    }),
  );
  for (const { roles, source } of INCOMPATIBLE_ROLES) {
    expect(separationOf(...roles)).toBeDefined();
    expect(source).not.toBe('');
  }
});

test.each<[Role, Role, boolean]>([
  ['ppk', 'treasurer', true],
  ['kpa', 'ppk', true],
  ['dinsos_operator', 'dinsos_head', true],
  ['kelurahan_operator', 'lurah', true],
  ['bank_officer', 'mayor', true],
  ['operator', 'tksk', true],
  ['auditor', 'province_observer', true],
  ['lurah', 'camat', false],
  ['tksk', 'kelurahan_operator', false],
])('%s with %s in one person: refused is %s', (one, other, isRefused) => {
  expect(separationOf(one, other) !== undefined).toBe(isRefused);
});

test('incompatible roles are refused in one place and time only', () => {
  const operator = { role: 'kelurahan_operator' } as const;
  const elsewhere = { officeId: 'x', territoryCode: '32.75.02.1003' };
  expect(codes(anAppointment(), { ofOfficer: [anAppointment(operator)] })).toEqual(['ROLES_INCOMPATIBLE']);
  expect(codes(anAppointment(), { ofOfficer: [anAppointment({ ...operator, ...elsewhere })] })).toEqual([]);
  expect(codes(anAppointment(), { ofOfficer: [anAppointment({ ...operator, validTo: '2022-12-31' })] })).toEqual([]);
});

const own = inKecamatan({ officerId: 'budi' });
const holder = anAppointment();
const away = { officerId: 'siti', validFrom: '2023-05-01', validTo: '2023-05-20' };
const plh = (more: Partial<AppointmentFacts> = {}) =>
  anAppointment({
    officerId: 'budi',
    acting: 'plh',
    letterNumber: 'SP/1/2023',
    validFrom: '2023-05-02',
    validTo: '2023-05-11',
    ...more,
  });
const plt = (more: Partial<AppointmentFacts> = {}) =>
  plh({ acting: 'plt', validFrom: '2023-05-01', validTo: '2023-06-30', ...more });

test('a Plh stands in for a holder on leave, for 3 to 30 days, by letter, keeping a post on the same or the next tier', () => {
  const there = { ofOfficer: [own], ofPost: [holder], leaves: [away] };
  expect(codes(plh(), there)).toEqual([]);
  expect(codes(plh({ letterNumber: ' ' }), there)).toEqual(['ACTING_LETTER']);
  expect(codes(plh({ validTo: '2023-05-03' }), there)).toEqual(['ACTING_TERM']);
  expect(codes(plh({ validTo: '2023-05-04' }), there)).toEqual([]);
  expect(codes(plh({ validTo: undefined }), there)).toContain('ACTING_TERM');
  expect(codes(plh(), { ...there, leaves: [] })).toEqual(['ACTING_HOLDER_PRESENT']);
  expect(codes(plh(), { ...there, leaves: [{ ...away, validTo: '2023-05-10' }] })).toEqual(['ACTING_HOLDER_PRESENT']);
  expect(codes(plh(), { ...there, ofPost: [] })).toEqual(['ACTING_POST_VACANT']);
  expect(codes(plh(), { ...there, ofOfficer: [] })).toEqual(['ACTING_NO_POST']);
  expect(codes(plh(), { ...there, ofOfficer: [{ ...own, validTo: '2023-05-05' }] })).toEqual(['ACTING_NO_POST']);
  expect(codes(plh(), { ...there, ofOfficer: [{ ...own, level: 'city' }] })).toEqual(['ACTING_TIER']);
});

test('a Plt stands in a vacant post, for 1 to 3 months, and nobody beside them', () => {
  const there = { ofOfficer: [own] };
  expect(codes(plt(), there)).toEqual([]);
  expect(codes(plt({ validTo: '2023-05-30' }), there)).toEqual(['ACTING_TERM']);
  expect(codes(plt({ validTo: '2023-05-31' }), there)).toEqual([]);
  expect(codes(plt({ validTo: '2023-08-01' }), there)).toEqual(['ACTING_TERM']);
  expect(codes(plt(), { ...there, ofPost: [holder] })).toEqual(['ACTING_POST_HELD']);
  expect(codes(plt(), { ...there, ofPost: [plt({ officerId: 'tono' })] })).toEqual(['ACTING_TAKEN']);
  expect(codes(anAppointment({ validFrom: '2023-06-01' }), { ofPost: [plt()] })).toEqual(['POST_HAS_PLT']);
});

test('a Plt goes on once, at most to double', () => {
  const held = { ...plt({ validTo: '2023-07-31' }), isExtended: false };
  const extend = (validTo: string, more: Partial<typeof held> = {}, letterNumber = 'SP/2/2023') =>
    whyNotExtended({ ...held, ...more }, { validTo, letterNumber }, around({ ofOfficer: [own] }), POLICY).map(
      ({ code }) => code,
    );
  expect(extend('2023-10-31')).toEqual([]);
  expect(extend('2023-11-01')).toEqual(['ACTING_TERM']);
  expect(extend('2023-07-31')).toEqual(['ACTING_TERM']);
  expect(extend('2023-10-31', {}, '')).toEqual(['ACTING_LETTER']);
  expect(extend('2023-10-31', { isExtended: true })).toEqual(['ACTING_EXTENDED_ALREADY']);
  expect(extend('2023-10-31', { acting: 'plh' })).toEqual(['ACTING_NOT_EXTENDABLE']);
});
