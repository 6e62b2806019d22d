import fc from 'fast-check';
import { familyCodeOf } from '#domain';
import { FamilyLinkRepository, inTransaction, RosterRepository, rowsOf, type StagedRow } from '#persistence';
import { aPeriod } from '../../support/factories/periods.js';
import { aRoster, aRow, KELURAHAN, rowsFor } from '../../support/factories/rosters.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

const link = (rosterId: string) =>
  inTransaction(database.source, (manager) => new FamilyLinkRepository(manager).link(rosterId));

/** A list that was sent, linked to its families. */
async function aLinkedList(rows: readonly StagedRow[], cityCode = '32.75') {
  const rosterId = await aRoster(database.source, await aPeriod(database.manager, { cityCode }), rows);
  await new RosterRepository(database.manager).setState(rosterId, 'submitted');
  return { rosterId, linked: await link(rosterId) };
}

interface Listed {
  family: string;
  code: string;
  place: string;
  linkedBy: string;
}

/** The family of each row, in the order of the list. */
const familiesOf = (rosterId: string) =>
  rowsOf<Listed>(
    database.manager,
    `select f.id as family, family_code(f.id) as code, f.territory_code as place, l.linked_by as "linkedBy"
       from roster_row r join family_listing l on l.roster_row_id = r.id join family f on f.id = l.family_id
      where r.roster_id = $1 order by r.id`,
    [rosterId],
  );

const eventsOf = async (family: string | undefined) =>
  (
    await rowsOf<{ event: string }>(
      database.manager,
      'select event from family_event where family_id = $1 order by id',
      [family],
    )
  ).map(({ event }) => event);

const [HERE, THERE] = KELURAHAN;
const OTHER = Buffer.from('another one');

test('a list makes its families, and the next one finds them', async () => {
  const rows = rowsFor(5);
  const first = await aLinkedList(rows);
  expect(first.linked).toEqual({ listed: 5, made: 5 });
  const next = await aLinkedList([...rows, aRow(6)]);
  expect(next.linked).toEqual({ listed: 6, made: 1 });
  const [before, after] = [await familiesOf(first.rosterId), await familiesOf(next.rosterId)];
  expect(after.slice(0, 5).map(({ family }) => family)).toEqual(before.map(({ family }) => family));
  expect(after.map(({ linkedBy }) => linkedBy)).toEqual(['nik', 'nik', 'nik', 'nik', 'nik', 'new']);
});

test('linking again changes nothing', async () => {
  const { rosterId } = await aLinkedList(rowsFor(3));
  const before = await familiesOf(rosterId);
  expect(await link(rosterId)).toEqual({ listed: 0, made: 0 });
  expect(await familiesOf(rosterId)).toEqual(before);
});

test('two lists of one family at once make it once', async () => {
  const row = aRow(1);
  const lists = await Promise.all(
    ['32.75', '32.76'].map(async (cityCode) =>
      aRoster(database.source, await aPeriod(database.manager, { cityCode }), [{ ...row }]),
    ),
  );
  const linked = await Promise.all(lists.map(link));
  expect(linked.map(({ made }) => made).sort()).toEqual([0, 1]);
});

test('the same NIK with another card is the same family; that the card changed is noted', async () => {
  const row = aRow(1);
  const first = await aLinkedList([row]);
  const next = await aLinkedList([{ ...row, kkHash: OTHER }]);
  const [[before], [after]] = [await familiesOf(first.rosterId), await familiesOf(next.rosterId)];
  expect(after?.family).toBe(before?.family);
  expect(await eventsOf(after?.family)).toEqual(['card_changed']);
});

test('the same card with a new head is the same family, while its head is not on the list', async () => {
  const row = aRow(1);
  const first = await aLinkedList([row]);
  const next = await aLinkedList([aRow(1, { kkHash: row.kkHash, kelurahanCode: THERE })]);
  const [[before], [after]] = [await familiesOf(first.rosterId), await familiesOf(next.rosterId)];
  expect(after).toEqual({ ...before, place: THERE, linkedBy: 'card' });
  expect(await eventsOf(after?.family)).toEqual(['head_changed']);
  const back = await aLinkedList([{ ...row }]);
  expect(await familiesOf(back.rosterId)).toMatchObject([{ family: before?.family, linkedBy: 'card' }]);
});

test('a second head of a card, beside the first, is a family of its own', async () => {
  const row = aRow(1, { kelurahanCode: HERE });
  await aLinkedList([row]);
  const { rosterId, linked } = await aLinkedList([{ ...row }, aRow(2, { kkHash: row.kkHash })]);
  expect(linked.made).toBe(1);
  const [, second] = await familiesOf(rosterId);
  expect(await eventsOf(second?.family)).toEqual(['card_shared']);
});

test('which of two new heads took over a card nobody can tell, so neither did', async () => {
  const row = aRow(1);
  await aLinkedList([row]);
  const { linked } = await aLinkedList([aRow(1, { kkHash: row.kkHash }), aRow(2, { kkHash: row.kkHash })]);
  expect(linked.made).toBe(2);
});

test('another city takes over no family by its card', async () => {
  const row = aRow(1);
  await aLinkedList([row]);
  const elsewhere = await aLinkedList([aRow(1, { kkHash: row.kkHash, kelurahanCode: '32.76.01.1001' })], '32.76');
  expect(elsewhere.linked.made).toBe(1);
});

test('a row that is on no list is linked by its NIK, makes no family and changes none', async () => {
  const row = aRow(1, { kelurahanCode: HERE });
  await aLinkedList([row]);
  const { rosterId, linked } = await aLinkedList([
    { ...row, state: 'invalid', kelurahanCode: THERE, kkHash: OTHER },
    aRow(2, { state: 'invalid' }),
    aRow(3, { nikHash: null }),
  ]);
  expect(linked).toEqual({ listed: 0, made: 0 });
  expect(await familiesOf(rosterId)).toMatchObject([{ place: HERE, linkedBy: 'nik' }]);
});

test('the database writes a family’s code as the product does', async () => {
  const ids = ['10000001', '10000098', '54321987', '99999999'];
  const codes = await rowsOf<{ code: string }>(
    database.manager,
    'select family_code(id) as code from unnest($1::bigint[]) id',
    [ids],
  );
  expect(codes.map(({ code }) => code)).toEqual(ids.map(familyCodeOf));
});

/** Whatever comes on whatever list: a row is of one family, a family is once on a list, a NIK is one family's. */
test('no family is on a list twice, and no row of a list is without its family', async () => {
  const family = fc.record({ nik: fc.integer({ min: 0, max: 5 }), kk: fc.integer({ min: 0, max: 3 }) });
  const list = fc.uniqueArray(family, { selector: ({ nik }) => nik, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.array(list, { minLength: 1, maxLength: 4 }), async (lists) => {
      const salt = aRow(1);
      const bytes = (kind: string, number: number) =>
        Buffer.concat([Buffer.from(`${kind}${number}`), salt.nikHash ?? OTHER]);
      for (const [at, families] of lists.entries()) {
        const rows = families.map(({ nik, kk }, index) =>
          aRow(index + 1, {
            nikHash: bytes('n', nik),
            kkHash: bytes('k', kk),
            kelurahanCode: KELURAHAN[at % 3] ?? HERE,
          }),
        );
        const { rosterId, linked } = await aLinkedList(rows);
        const listed = await familiesOf(rosterId);
        expect([linked.listed, listed.length]).toEqual([rows.length, rows.length]);
        expect(new Set(listed.map(({ family: id }) => id)).size).toBe(rows.length);
      }
    }),
    { numRuns: 15 },
  );
});
