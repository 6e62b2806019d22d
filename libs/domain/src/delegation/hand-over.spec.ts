import type { TaskLife } from '../tasks/life/next-life.js';
import { handedOver, isStillIn } from './hand-over.js';

const LIFE: TaskLife = {
  state: 'reserved',
  ownerId: 'giver',
  delegatedBy: null,
  delegationId: null,
  potentialOwners: null,
  resumeState: null,
  suspendedOn: null,
  suspendedUntil: null,
};
const PARTIES = { giverId: 'giver', receiverId: 'receiver' };

test('a held task changes its holder, and one for which the receiver answers becomes simply theirs', () => {
  expect(handedOver('held', LIFE, PARTIES)).toEqual({ ...LIFE, ownerId: 'receiver' });
  expect(handedOver('held', { ...LIFE, delegatedBy: 'receiver' }, PARTIES)).toEqual({ ...LIFE, ownerId: 'receiver' });
  expect(handedOver('held', { ...LIFE, delegatedBy: 'third' }, PARTIES).delegatedBy).toBe('third');
});

test('a forwarded task keeps its other owners, each once, and is never without one', () => {
  const free = { ...LIFE, state: 'ready', ownerId: null, potentialOwners: ['giver', 'third', 'receiver'] } as const;
  expect(handedOver('forwarded', free, PARTIES).potentialOwners).toEqual(['receiver', 'third']);
});

test('a delegated task changes who answers for it; its delegate keeps it', () => {
  const delegated = { ...LIFE, ownerId: 'third', delegatedBy: 'giver' };
  expect(handedOver('accountable', delegated, PARTIES)).toEqual({ ...delegated, delegatedBy: 'receiver' });
  const toDelegate = handedOver('accountable', { ...delegated, ownerId: 'receiver' }, PARTIES);
  expect(toDelegate).toMatchObject({ ownerId: 'receiver', delegatedBy: null });
});

test('what has gone elsewhere meanwhile is no longer in the giver’s hand', () => {
  expect(isStillIn('held', LIFE, 'giver')).toBe(true);
  expect(isStillIn('held', { ...LIFE, ownerId: 'third' }, 'giver')).toBe(false);
  expect(isStillIn('held', { ...LIFE, delegatedBy: 'absent', delegationId: 'd' }, 'giver')).toBe(false);
  expect(isStillIn('accountable', LIFE, 'giver')).toBe(false);
  expect(isStillIn('forwarded', { ...LIFE, potentialOwners: ['giver'] }, 'giver')).toBe(false);
  expect(isStillIn('delegation', LIFE, 'giver')).toBe(false);
});
