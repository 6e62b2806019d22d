import type { Actor } from '../actor.js';
import { hasPower } from '../power.js';
import { type Role, ROLE_NAMES } from '../role.js';
import { resetConfirmersOf, whyResetNotConfirmed } from './account-reset.js';

const actor = (role: Role, territoryCode: string, more: { officerId?: string; acting?: 'plt' } = {}): Actor => ({
  ...{ officerId: more.officerId ?? 'second', fullName: 'Somebody' },
  appointments: [
    { id: 'a', role, territoryCode, officeName: 'An office', ...(more.acting ? { acting: more.acting } : {}) },
  ] as unknown as Actor['appointments'],
});

const RESET = { officerId: 'lost', proposedBy: 'first' };
const reasons = (who: Actor, ...posts: { role: Role; territoryCode: string }[]) =>
  whyResetNotConfirmed(who, RESET, posts).map(({ code }) => code);

test.each(ROLE_NAMES)('somebody can confirm a way back for %s, and every such office has the power', (role) => {
  expect(resetConfirmersOf(role).length).toBeGreaterThan(0);
  for (const confirmer of resetConfirmersOf(role)) expect(hasPower([confirmer], 'organisation:confirm')).toBe(true);
});

test('a post that signs is confirmed by who confirms such posts, another by the office above it', () => {
  expect(reasons(actor('kpa', 'ID'), { role: 'ppk', territoryCode: 'ID' })).toEqual([]);
  expect(reasons(actor('mayor', '32.75'), { role: 'dinsos_head', territoryCode: '32.75' })).toEqual([]);
  expect(reasons(actor('camat', '32.75.02'), { role: 'tksk', territoryCode: '32.75.02' })).toEqual([]);
  expect(reasons(actor('ppk', 'ID'), { role: 'treasurer', territoryCode: 'ID' })).toEqual(['RESET_NOT_YOURS']);
});

test('neither who asked, nor the officer, nor another place, nor somebody acting confirms', () => {
  const post = { role: 'lurah', territoryCode: '32.75.02.1001' } as const;
  expect(reasons(actor('mayor', '32.75', { officerId: 'first' }), post)).toEqual(['RESET_OWN_REQUEST']);
  expect(reasons(actor('mayor', '32.75', { officerId: 'lost' }), post)).toEqual(['RESET_OWN_ACCOUNT']);
  expect(reasons(actor('mayor', '32.76'), post)).toEqual(['RESET_NOT_YOURS']);
  expect(reasons(actor('mayor', '32.75', { acting: 'plt' }), post)).toEqual(['RESET_NOT_YOURS']);
});

test('of several posts each must be theirs to confirm, and of none nobody confirms anything', () => {
  const lurah = { role: 'lurah', territoryCode: '32.75.02.1001' } as const;
  const head = { role: 'dinsos_head', territoryCode: '32.75' } as const;
  expect(reasons(actor('camat', '32.75.02'), lurah, head)).toEqual(['RESET_NOT_YOURS']);
  expect(reasons(actor('mayor', '32.75'), lurah, head)).toEqual([]);
  expect(reasons(actor('mayor', '32.75'))).toEqual(['RESET_NOT_YOURS']);
});
