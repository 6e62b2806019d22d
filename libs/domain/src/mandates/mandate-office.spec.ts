import { anActor } from '../tasks/decision/why.factory.js';
import { MANDATE_MOVES } from './mandate-life.js';
import { mayMove } from './mandate-office.js';
import type { Role } from '../organisation/role.js';

const SLICE = {
  grantor: { level: 'city', territoryCode: '32.75' },
  grantee: { level: 'kecamatan', territoryCode: '32.75.02' },
} as const;
const movesOf = (role: Role, territoryCode?: string): readonly string[] =>
  MANDATE_MOVES.filter((move) => mayMove(anActor(role, territoryCode), move, SLICE));

test('the giver moves the giver’s part, the receiver the receiver’s', () => {
  expect(movesOf('dinsos_head')).toEqual(['suspended', 'resumed', 'revoked']);
  expect(movesOf('camat')).toEqual(['accepted', 'refused', 'returned']);
});

test.each<[string, Role, string | undefined]>([
  ['another role of the giver’s office', 'dinsos_operator', undefined],
  ['the head elsewhere', 'dinsos_head', '32.76'],
  ['an office above the giver', 'programme_officer', 'ID'],
  ['an office below the receiver', 'lurah', undefined],
  ['a camat elsewhere', 'camat', '32.75.03'],
])('%s moves nothing', (_who, role, territoryCode) => {
  expect(movesOf(role, territoryCode)).toEqual([]);
});
