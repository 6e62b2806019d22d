import type { Actor } from '../actor.js';
import type { Role } from '../role.js';
import { type RegisteredPost, whyNotRegistered } from './registrar.js';
import type { Appointment } from './appointment.js';

const actor = (role: Role, territoryCode: string, more: Partial<Appointment> = {}): Actor => ({
  officerId: 'me',
  fullName: 'Made up',
  appointments: [{ id: '1', role, officeName: 'Kantor', territoryCode, validFrom: '2020-01-01', ...more }],
});
const post = (role: Role, level: RegisteredPost['level'], territoryCode: string) => ({ role, level, territoryCode });
const LURAH = post('lurah', 'kelurahan', '32.75.02.1002');
const PPK = post('ppk', 'nation', 'ID');

test.each<[string, Actor, RegisteredPost, string[]]>([
  ['the ministry for itself', actor('programme_officer', 'ID'), PPK, []],
  ['the ministry for a mayor', actor('programme_officer', 'ID'), post('mayor', 'city', '32.75'), []],
  ['the ministry for a lurah', actor('programme_officer', 'ID'), LURAH, ['REGISTER_NOT_YOURS']],
  ['Dinas Sosial for a lurah', actor('dinsos_head', '32.75'), LURAH, []],
  ['another city for a lurah', actor('dinsos_head', '32.76'), LURAH, ['REGISTER_NOT_YOURS']],
  ['Dinas Sosial for the mayor', actor('dinsos_head', '32.75'), post('mayor', 'city', '32.75'), ['REGISTER_NOT_YOURS']],
  ['Dinas Sosial for the ministry', actor('dinsos_head', '32.75'), PPK, ['REGISTER_NOT_YOURS']],
  ['a Plh of Dinas Sosial', actor('dinsos_head', '32.75', { acting: 'plh' }), LURAH, ['REGISTER_NOT_YOURS']],
  ['a mayor', actor('mayor', '32.75'), LURAH, ['REGISTER_NOT_YOURS']],
])('%s', (_what, who, about, codes) => {
  expect(whyNotRegistered(who, 'somebody', about).map(({ code }) => code)).toEqual(codes);
});

test('nobody enters themself', () => {
  expect(whyNotRegistered(actor('programme_officer', 'ID'), 'me', PPK)).toMatchObject([{ code: 'OWN_APPOINTMENT' }]);
});
