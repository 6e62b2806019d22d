import type { Actor } from '../actor.js';
import { CONFIRMED_BY, type Role, ROLE_NAMES, ROLES, signs } from '../role.js';
import type { Appointment } from './appointment.js';
import { type ProposedPost, whyNotConfirmed } from './confirmation.js';
import { keepsRegisterOf } from './registrar.js';

const actor = (role: Role, territoryCode: string, more: Partial<Appointment> = {}): Actor => ({
  officerId: 'me',
  fullName: 'Made up',
  appointments: [{ id: '1', role, officeName: 'Kantor', territoryCode, validFrom: '2020-01-01', ...more }],
});
const post = (role: Role, territoryCode: string, more: Partial<ProposedPost> = {}): ProposedPost => ({
  ...{ officerId: 'somebody', role, territoryCode, proposedBy: 'the registrar' },
  ...more,
});

test.each<[string, Actor, ProposedPost, string[]]>([
  ['the KPA for a PPK', actor('kpa', 'ID'), post('ppk', 'ID'), []],
  ['another registrar for a PPK', actor('programme_officer', 'ID'), post('ppk', 'ID'), []],
  [
    'who proposed it',
    actor('programme_officer', 'ID'),
    post('ppk', 'ID', { proposedBy: 'me' }),
    ['CONFIRM_OWN_PROPOSAL'],
  ],
  ['whom it is about', actor('kpa', 'ID'), post('ppk', 'ID', { officerId: 'me' }), ['OWN_APPOINTMENT']],
  ['a Plh of the KPA', actor('kpa', 'ID', { acting: 'plh' }), post('ppk', 'ID'), ['CONFIRM_NOT_YOURS']],
  ['the camat for their lurah', actor('camat', '32.75.02'), post('lurah', '32.75.02.1002'), []],
  ['another camat', actor('camat', '32.75.03'), post('lurah', '32.75.02.1002'), ['CONFIRM_NOT_YOURS']],
  ['the head of Dinas Sosial', actor('dinsos_head', '32.75'), post('lurah', '32.75.02.1002'), ['CONFIRM_NOT_YOURS']],
])('%s', (_what, who, about, codes) => {
  expect(whyNotConfirmed(who, about).map(({ code }) => code)).toEqual(codes);
});

test('whoever signs money or endorses is confirmed, and nobody enters a peer', () => {
  for (const role of ['ppk', 'kpa', 'treasurer', 'dinsos_head', 'mayor', 'camat', 'lurah'] as const) {
    expect([role, signs(role)]).toEqual([role, true]);
  }
  for (const role of ROLE_NAMES) {
    const peer = { role, level: ROLES[role], territoryCode: '32.75.02.1002' };
    expect([role, keepsRegisterOf(actor(role, 'ID'), peer)]).toEqual([role, false]);
  }
});

test('every post that signs has a registrar and somebody else to confirm it', () => {
  for (const role of ROLE_NAMES.filter(signs)) {
    const about = { role, level: ROLES[role], territoryCode: ROLES[role] === 'nation' ? 'ID' : '32.75.02.1002' };
    const registrars = ROLE_NAMES.filter((name) => keepsRegisterOf(actor(name, 'ID'), about));
    expect([role, registrars.length > 0, CONFIRMED_BY[role].length > 0]).toEqual([role, true, true]);
  }
});
