import { MandateRepository } from '#persistence';
import { balanceOf, cityMandate, draw, families, giveSlice, KECAMATAN } from '../../support/factories/mandates.js';
import { aPeriod } from '../../support/factories/periods.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase(20);
const many = <T>(count: number, make: (number: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: count }, (_, number) => make(number)));
const fulfilled = (results: readonly PromiseSettledResult<unknown>[]): number =>
  results.filter(({ status }) => status === 'fulfilled').length;
const record = (id: string, move: 'suspended' | 'resumed' | 'revoked' | 'returned') =>
  database.source.transaction((manager) => new MandateRepository(manager).record(id, move, undefined, 'Alasan'));

test('fifty uses at once take what is there and not a family more', async () => {
  const period = await aPeriod(database.manager, { quota: 100 });
  const results = await many(50, (number) => draw(database.source, period, `decree:${number}`, 3));

  expect(fulfilled(results)).toBe(33);
  const refused = results.find(({ status }) => status === 'rejected');
  expect(refused).toMatchObject({ reason: { code: 'MANDATE_CEILING', details: { families: 1, rupiah: 'Rp400.000' } } });
  expect(await balanceOf(database.source, await cityMandate(database.source, period))).toEqual({
    used: 99,
    bound: 0,
    left: 1,
  });
});

test('the same use counts once, also fifty times at once', async () => {
  const period = await aPeriod(database.manager, { quota: 100 });
  expect(fulfilled(await many(50, () => draw(database.source, period, 'decree:same', 60)))).toBe(50);
  await draw(database.source, period, 'decree:same', 1);
  expect(await balanceOf(database.source, await cityMandate(database.source, period))).toMatchObject({
    used: 60,
    left: 40,
  });
});

test('fifty slices and uses at once bind and use what is there together', async () => {
  const period = await aPeriod(database.manager, { quota: 100 });
  const root = await cityMandate(database.source, period);
  const results = await many<unknown>(50, (number) =>
    number % 2 === 0
      ? draw(database.source, period, `decree:${number}`, 7)
      : giveSlice(database.source, root, {
          territoryCode: `32.75.${`${number}`.padStart(2, '0')}`,
          ceiling: families(9),
        }),
  );
  const { used, bound, left } = await balanceOf(database.source, root);
  expect(fulfilled(results)).toBe(used / 7 + bound / 9);
  expect(used + bound + left).toBe(100);
  expect(left).toBeGreaterThanOrEqual(0);
  expect(left).toBeLessThan(9);
});

test('a use in a slice is a use of its parent; what the slice binds shrinks by it', async () => {
  const period = await aPeriod(database.manager, { quota: 100 });
  const root = await cityMandate(database.source, period);
  const slice = await giveSlice(database.source, root);
  expect(await balanceOf(database.source, root)).toEqual({ used: 0, bound: 40, left: 60 });

  await draw(database.source, period, 'decree:a', 25, `${KECAMATAN}.1001`);
  expect(await balanceOf(database.source, slice)).toEqual({ used: 25, bound: 0, left: 15 });
  expect(await balanceOf(database.source, root)).toEqual({ used: 25, bound: 15, left: 60 });
  await expect(draw(database.source, period, 'decree:b', 16, KECAMATAN)).rejects.toMatchObject({
    code: 'MANDATE_CEILING',
  });
  await expect(draw(database.source, period, 'decree:c', 61)).rejects.toMatchObject({ code: 'MANDATE_CEILING' });

  await record(slice, 'revoked');
  expect(await balanceOf(database.source, root)).toEqual({ used: 25, bound: 0, left: 75 });
});

test.each(['suspended', 'revoked', 'returned'] as const)('a mandate that is %s takes no use', async (move) => {
  const period = await aPeriod(database.manager);
  await record(await cityMandate(database.source, period), move);
  await expect(draw(database.source, period, 'decree:a', 1)).rejects.toMatchObject({ code: 'MANDATE_NOT_LIVE' });
});

test('uses and suspensions at once: whatever was used was used before the suspension', async () => {
  const period = await aPeriod(database.manager, { quota: 100 });
  const root = await cityMandate(database.source, period);
  await many(30, (number) =>
    number === 15 ? record(root, 'suspended') : draw(database.source, period, `decree:${number}`, 1),
  );
  const events = await new MandateRepository(database.manager).events(root);
  expect(events.at(-1)?.event).toBe('suspended');
  expect(events.filter(({ event }) => event === 'suspended')).toHaveLength(1);
});

test('what was ended ends its slices too, and the ledger says so of each', async () => {
  const period = await aPeriod(database.manager, { quota: 100 });
  const root = await cityMandate(database.source, period);
  const slice = await giveSlice(database.source, root);
  const below = await giveSlice(database.source, slice, {
    kind: 'assignment',
    territoryCode: `${KECAMATAN}.1001`,
    ceiling: families(10),
  });
  await record(root, 'revoked');

  for (const [id, left] of [
    [below, 10],
    [slice, 30],
    [root, 60],
  ] as const) {
    const [last] = (await new MandateRepository(database.manager).events(id)).slice(-1);
    expect(last).toMatchObject({ event: 'revoked', families: left, reason: 'Alasan' });
  }
});

test.each([
  [
    'a use beyond the ceiling',
    `insert into mandate_event (mandate_id, event, families, amount_rupiah, key, occurred_at)
     values ($1, 'used', 101, 0, 'raw', now())`,
    'mandate_ceiling_kept',
  ],
  [
    'a use in rupiah beyond the ceiling',
    `insert into mandate_event (mandate_id, event, families, amount_rupiah, key, occurred_at)
     values ($1, 'used', 1, 40000001, 'raw', now())`,
    'mandate_ceiling_kept',
  ],
  ['a slice beyond what is left', sliceSql('101', '0', 'valid_from'), 'mandate_ceiling_kept'],
  ['a slice elsewhere', sliceSql('1', '1', 'valid_from', `'32.76'`), 'mandate_lies_within'],
  ['a slice before its parent', sliceSql('1', '1', 'valid_from - 1'), 'mandate_lies_within'],
  ['a ceiling below nothing', 'update mandate set ceiling_families = -1 where id = $1', 'mandate_ceiling'],
])('the database itself refuses %s', async (_what, sql, constraint) => {
  const period = await aPeriod(database.manager, { quota: 100 });
  const root = await cityMandate(database.source, period);
  await expect(database.manager.query(sql, [root])).rejects.toMatchObject({ constraint });
});

test('the database refuses a use of a slice that is none of its parent', async () => {
  const period = await aPeriod(database.manager, { quota: 100 });
  const slice = await giveSlice(database.source, await cityMandate(database.source, period));
  const use = `insert into mandate_event (mandate_id, event, families, amount_rupiah, key, occurred_at)
               values ($1, 'used', 1, 400000, 'raw', now())`;
  await expect(database.manager.query(use, [slice])).rejects.toMatchObject({ constraint: 'mandate_use_rolls_up' });
});

test('a mandate whose last day is past is due, and expires once', async () => {
  const period = await aPeriod(database.manager);
  const root = await cityMandate(database.source, period);
  const mandates = new MandateRepository(database.manager);
  expect(await mandates.due()).not.toContain(root);
  await database.manager.query(`update mandate set valid_to = programme_today() - 1 where id = $1`, [root]);
  await expect(draw(database.source, period, 'decree:a', 1)).rejects.toMatchObject({ code: 'MANDATE_EXPIRED' });
  expect(await mandates.due()).toContain(root);
  await many(3, () => database.source.transaction((manager) => new MandateRepository(manager).expire(root)));
  expect(await mandates.due()).not.toContain(root);
  expect((await mandates.events(root)).map(({ event }) => event)).toEqual(['granted', 'accepted', 'expired']);
});

function sliceSql(families: string, rupiah: string, validFrom: string, territory = 'territory_code'): string {
  return `insert into mandate (kind, period_id, grantor_office_id, grantee_office_id, territory_code, powers, ceiling_families,
            ceiling_rupiah, valid_from, valid_to, state, parent_id, depth)
          select 'mandate', period_id, grantee_office_id, grantor_office_id, ${territory}, powers, ${families}, ${rupiah},
                 ${validFrom}, valid_to, 'granted', id, 1 from mandate where id = $1`;
}
