import { DecreeService, describeArtefact } from '#application';
import { DecreeRepository, inTransaction, MandateUseRepository, PeriodRepository, rowsOf } from '#persistence';
import { balanceOf, cityMandate } from '../../support/factories/mandates.js';
import { expectEveryRupiahExplained, statesOf } from '../../support/factories/money-check.js';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod, type MadePeriod } from '../../support/factories/periods.js';
import { aRow, aVerifiedRoster, rowsFor } from '../../support/factories/rosters.js';
import { aNewTask, decideTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

const draft = ({ periodId, cityCode }: MadePeriod, rosterId: string) =>
  inTransaction(database.source, (manager) => new DecreeRepository(manager).draft(periodId, cityCode, rosterId));
const ratify = (decreeId: string) =>
  inTransaction(database.source, (manager) => new DecreeRepository(manager).ratify(decreeId));

/** A batch by card and one by post for the same months, with one family on both lists and one that only the post pays. */
async function twoBatches() {
  const card = await aPeriod(database.manager);
  const post = await aPeriod(database.manager, { months: card.months, channel: 'post' });
  const shared = aRow(1);
  const cardRoster = await aVerifiedRoster(database.source, card, [shared]);
  const postRoster = await aVerifiedRoster(database.source, post, [shared, aRow(2)]);
  return { card, post, cardRoster, postRoster };
}

test('a family that another batch pays for these months is left out, with that reason', async () => {
  const { card, post, cardRoster, postRoster } = await twoBatches();
  await ratify((await draft(card, cardRoster)).id);

  expect(await draft(post, postRoster)).toMatchObject({ families: 1, excluded: { paid_elsewhere: 1 } });
});

/** Both lists signed: the two decisions on the decree, with the draw on the city's mandate. */
async function sign(period: MadePeriod, decreeId: string): Promise<void> {
  const subject = { ...period, territoryCode: period.cityCode, type: 'decree', id: decreeId } as const;
  const { hash, chainKey, families, amountRupiah } = await describeArtefact(
    database.manager,
    subject,
    'closing.ratify',
  );
  for (const [kind, role] of [
    ['closing.set', 'ppk'],
    ['closing.ratify', 'kpa'],
  ] as const) {
    const paper = { subjectType: 'decree', subjectId: decreeId, chainKey, artefactHash: hash } as const;
    const { taskId } = await openTask(database.source, aNewTask(period, { kind, ...paper, families, amountRupiah }));
    await decideTask(database.source, taskId, await anOfficer(database.manager, role), { artefactHash: hash });
  }
  await inTransaction(database.source, (manager) =>
    new MandateUseRepository(manager).draw({
      ...{ periodId: period.periodId, cityCode: period.cityCode, key: `decree:${decreeId}` },
      whole: { families, amountRupiah: BigInt(amountRupiah) },
      parts: () => Promise.resolve([]),
    }),
  );
}

test('signed before the other batch paid: nobody is paid by it, its draw is given back, it is told, and the next version is right', async () => {
  const { card, post, cardRoster, postRoster } = await twoBatches();
  const stale = await draft(post, postRoster);
  await sign(post, stale.id);
  const mandateId = await cityMandate(database.source, post);
  expect(await balanceOf(database.source, mandateId)).toMatchObject({ used: 2 });
  await ratify((await draft(card, cardRoster)).id);

  const decrees = new DecreeService(database.source);
  await expect(decrees.ratify(stale.id)).resolves.toEqual({ isListChanged: true });
  await expect(decrees.ratify(stale.id)).resolves.toEqual({ isListChanged: true });

  expect((await new DecreeRepository(database.manager).find(stale.id)).state).toBe('void');
  expect(await statesOf(database.manager, post.periodId)).toEqual({});
  expect(await balanceOf(database.source, mandateId)).toMatchObject({ used: 0, left: 100 });
  const messages = await rowsOf<{ role: string }>(
    database.manager,
    `select distinct a.role from notification n join appointment a on a.officer_id = n.officer_id
      where n.key = 'decree.void:' || $1 order by 1`,
    [stale.id],
  );
  expect(messages.map(({ role }) => role)).toEqual(['kpa', 'ppk']);

  const next = await draft(post, postRoster);
  expect(next).toMatchObject({ version: 2, families: 1 });
  await sign(post, next.id);
  await expect(decrees.ratify(next.id)).resolves.toEqual({ isListChanged: false });
  await expectEveryRupiahExplained(database.manager, post);
});

test('fifty at once, in batches that share a month: one payment', async () => {
  const card = await aPeriod(database.manager);
  const post = await aPeriod(database.manager, { months: card.months.slice(0, 1), channel: 'post' });
  const family = rowsFor(1);
  const made = await Promise.all(
    [card, post].map(async (period) => draft(period, await aVerifiedRoster(database.source, period, family))),
  );
  const decreeIds = made.map(({ id }) => id);
  const attempts = Array.from({ length: 50 }, (_, index) => ratify(decreeIds[index % 2] ?? ''));
  await Promise.allSettled(attempts);

  const live = await Promise.all([card, post].map(({ periodId }) => statesOf(database.manager, periodId)));
  expect(live.toSorted((one, other) => Object.keys(one).length - Object.keys(other).length)).toEqual([
    {},
    { decreed: 1 },
  ]);
  await expectEveryRupiahExplained(database.manager, card);
  await expectEveryRupiahExplained(database.manager, post);
});

test('what failed for good in one batch may be paid by the other, and then not be revived', async () => {
  const { card, post, cardRoster, postRoster } = await twoBatches();
  const first = await draft(card, cardRoster);
  await ratify(first.id);
  await database.manager.query(`update entitlement set state = 'failed', live = false where decree_id = $1`, [
    first.id,
  ]);
  const second = await draft(post, postRoster);
  expect(second).toMatchObject({ families: 2 });
  await ratify(second.id);

  await expect(
    database.manager.query('update entitlement set live = true where decree_id = $1', [first.id]),
  ).rejects.toThrow('one_payment_a_month');
});

test('one channel pays for a month in one period; the other channel may stand beside it', async () => {
  const { months, code } = await aPeriod(database.manager);
  const { officerId } = await anOfficer(database.manager, 'programme_officer');
  const open = (channel: string, of: readonly string[]) =>
    new PeriodRepository(database.manager).create({
      ...{ programme: 'sembako', code: `${code}-${channel}-${of.join()}`, months: of, channel, createdBy: officerId },
    });

  await expect(open('card', months.slice(1))).rejects.toMatchObject({
    code: 'PERIOD_OVERLAPS',
    details: { period: code },
  });
  await expect(open('post', months)).resolves.toEqual(expect.any(String));
});
