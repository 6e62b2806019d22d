import { LapseAccountResets } from '#application';
import { AccountResetRepository, rowsOf } from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

async function aReset(dueOn = '2999-01-01') {
  const [lost, first, second] = [
    await anOfficer(database.manager, 'ppk'),
    await anOfficer(database.manager, 'programme_officer'),
    await anOfficer(database.manager, 'kpa'),
  ];
  const resets = new AccountResetRepository(database.manager);
  const wanted = { officerId: lost.officerId, lost: 'password', reason: 'Lupa sandi', dueOn } as const;
  const id = (await resets.propose({ ...wanted, proposedBy: first.officerId })) ?? '';
  return { id, resets, lost: lost.officerId, first: first.officerId, second: second.officerId };
}

const stateOf = async (id: string) =>
  (await rowsOf<{ state: string }>(database.manager, 'select state from account_reset where id = $1', [id]))[0]?.state;

test('the database keeps the two persons and the officer apart', async () => {
  const { id, resets, lost, first } = await aReset();
  await expect(resets.decide(id, 'confirmed', first, null)).rejects.toThrow(/account_reset_four_eyes/);
  await expect(resets.decide(id, 'confirmed', lost, null)).rejects.toThrow(/account_reset_four_eyes/);
  const own = { officerId: lost, lost: 'both', reason: 'Milik sendiri', dueOn: '2999-01-01' } as const;
  await resets.decide(id, 'withdrawn', first, null);
  await expect(resets.propose({ ...own, proposedBy: lost })).rejects.toThrow(/account_reset_others/);
});

test('of one officer one is open at a time, until it is used or ended', async () => {
  const { id, resets, lost, first, second } = await aReset();
  const again = { officerId: lost, lost: 'password', reason: 'Sekali lagi', dueOn: '2999-01-01' } as const;
  expect(await resets.propose({ ...again, proposedBy: first })).toBeUndefined();
  await resets.decide(id, 'confirmed', second, null);
  expect(await resets.propose({ ...again, proposedBy: first })).toBeUndefined();
  await resets.use(lost);
  expect(await resets.propose({ ...again, proposedBy: first })).toBeDefined();
});

test.each([
  [`state = 'used', used_at = now()`, 'is used without being confirmed'],
  [`lost = 'both'`, 'grows'],
  [`officer_id = proposed_by`, 'becomes about somebody else'],
])('no reset %s: it %s', async (change) => {
  const { id } = await aReset();
  await database.asOwner((owner) =>
    expect(owner.query(`update account_reset set ${change} where id = $1`, [id])).rejects.toThrow(/not rewritten/),
  );
  await database.asOwner((owner) =>
    expect(owner.query('delete from account_reset where id = $1', [id])).rejects.toThrow(/not rewritten/),
  );
});

test('what nobody confirmed by its day lapses once, and both hear of it', async () => {
  const late = await aReset('2000-01-01');
  const waiting = await aReset('2999-01-01');
  const round = new LapseAccountResets(database.source);
  expect((await round.look())?.dueAt).toBe('2999-01-01T17:00:00.000Z');
  expect([await stateOf(late.id), await stateOf(waiting.id)]).toEqual(['lapsed', 'proposed']);
  await round.look();
  const heard = await rowsOf<{ id: string }>(
    database.manager,
    `select officer_id as id from notification where kind = 'account-reset.decided' and details ->> 'event' = 'lapsed'`,
  );
  expect(heard.map(({ id }) => id).sort()).toEqual([late.lost, late.first].sort());
  const noted = `select 1 from audit_entry where action = 'account.reset-lapsed' and subject_id = $1`;
  expect(await rowsOf(database.manager, noted, [late.lost])).toHaveLength(1);
});
