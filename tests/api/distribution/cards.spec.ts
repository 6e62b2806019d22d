import { addCalendarDays, type CardReason, type CardState, familyCodeOf } from '#domain';
import { ProgrammeClockRepository } from '#persistence';
import { cardFile, type MadeCardLine, numberOf, refOf } from '../../support/factories/cards.js';
import { wholeList } from '../support/whole-list.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

let scene: Scene;
let today: string;
let last = 0;
beforeAll(async () => {
  scene = await aScene();
  today = await new ProgrammeClockRepository(scene.api.database.manager).today();
}, 60_000);
afterAll(() => scene.api.stop());

interface Card {
  readonly id: string;
  readonly ref: string;
  readonly state: CardState;
  readonly reason: CardReason | '';
  readonly hasCase: boolean;
}
interface Details extends Card {
  readonly maySay: readonly CardState[];
  readonly mayConfirm: string | null;
  readonly words: readonly { readonly id: string; readonly kind: string; readonly mayVoid: boolean }[];
}

const LURAH = 'lurah.kranji';
const NOTE = 'Ketua RT 02 menyatakan dengan surat 4/2023.';
const daysAgo = (days: number): string => addCalendarDays(today, -days);
const send = async (lines: readonly MadeCardLine[], query = '', username = 'bank') =>
  (await scene.person(username)).upload(
    `/card-files${query}`,
    cardFile(lines.map((line) => ({ place: KRANJI, ...line }))),
    'kartu.csv',
  );
const list = async (username: string, query: string) =>
  ((await (await scene.person(username)).get(`/cards?${query}`)).body as { rows: Card[] }).rows;
const aCardAtPlace = async (): Promise<Card> => {
  const card = (last += 1);
  await send([
    { card, kind: 'printed', on: daysAgo(4) },
    { card, kind: 'at_place', on: daysAgo(3) },
  ]);
  const [row] = await list('bank', `text=${refOf(card)}`);
  if (row === undefined) throw new Error('the card is there');
  return row;
};
const find = async (username: string, id: string) =>
  (await (await scene.person(username)).get(`/cards/${id}`)).body as Details;
const say = async (username: string, id: string, saying: object) =>
  (await scene.person(username)).post(`/cards/${id}/words`, saying);

test('a bank tries a file, sends it, and sends it again; nothing of a person goes out', async () => {
  const card = (last += 1);
  const lines: MadeCardLine[] = [
    { card, kind: 'printed', on: daysAgo(4) },
    { card, kind: 'at_place', on: daysAgo(3), place: 'x' },
  ];
  const tried = await send(lines, '?rehearse=yes');
  expect(tried).toMatchObject({ status: 200, body: { id: null, rows: 2, cards: 1, refused: 1 } });
  expect(await list('bank', `text=${refOf(card)}`)).toEqual([]);
  const taken = await send(lines);
  expect(taken).toMatchObject({ status: 200, body: { isNew: true, rows: 2, cards: 1, words: 1, refused: 1 } });
  expect(await send(lines)).toMatchObject({ body: { isNew: false, id: (taken.body as { id: string }).id } });
  const { id, findings } = taken.body as { id: string; findings: { column: string; finding: string }[] };
  expect(findings).toEqual(
    expect.arrayContaining([expect.objectContaining({ rowNumber: 3, column: 'KODE_KELURAHAN', finding: 'PLACE' })]),
  );
  const bank = await scene.person('bank');
  const page = await bank.get(`/card-files/${id}/findings?limit=1`);
  expect((page.body as { rows: unknown[] }).rows).toHaveLength(1);
  expect((await bank.get('/card-files')).body).toMatchObject({
    files: expect.arrayContaining([expect.objectContaining({ id, refused: 1 })]) as unknown,
  });
  expect(JSON.stringify([taken.body, page.body, await list('bank', '')])).not.toContain(numberOf(card).slice(0, 12));
});

test('the sample is a file that is taken as it stands', async () => {
  const { body, status } = await (await scene.person('bank')).get('/card-files/sample', { accept: 'text/csv' });
  expect(status).toBe(200);
  const bank = await scene.person('bank');
  const text = typeof body === 'string' ? body : '';
  const tried = await bank.upload('/card-files?rehearse=yes', text, 'contoh.csv');
  expect(tried).toMatchObject({ status: 200, body: { rows: 6, cards: 4, words: 6, refused: 0 } });
});

test('a kelurahan hands over; its word is of its own cards, and the list is of its own', async () => {
  const { id, ref } = await aCardAtPlace();
  expect((await find(LURAH, id)).maySay).toEqual(['handed_over', 'not_handed_over']);
  expect((await find('dinsos.kepala', id)).maySay).toEqual([]);
  expect((await find('bank', id)).maySay).toEqual(['returned']);
  expect(await say('bank', id, { kind: 'handed_over', happenedOn: today })).toMatchObject({
    status: 403,
    code: 'CARD_NOT_YOURS',
  });
  expect(await say('lurah.bintara', id, { kind: 'handed_over', happenedOn: today })).toMatchObject({
    status: 404,
    code: 'CARD_UNKNOWN',
  });
  expect(await say(LURAH, id, { kind: 'handed_over', happenedOn: today })).toMatchObject({ status: 204 });
  expect(await say(LURAH, id, { kind: 'returned', happenedOn: today })).toMatchObject({ status: 403 });
  expect(await list('lurah.bintara', `text=${ref}`)).toEqual([]);
  expect(await list('camat.bekasi-barat', `text=${ref}&state=handed_over`)).toMatchObject([
    { ref, state: 'handed_over' },
  ]);
});

test('a reason needs what it stands on, waits for a second person, and is set aside where it is wrong', async () => {
  const { id, ref } = await aCardAtPlace();
  const not = { kind: 'not_handed_over', happenedOn: daysAgo(1) };
  expect(await say(LURAH, id, not)).toMatchObject({ status: 422, code: 'CARD_REASON' });
  expect(await say(LURAH, id, { ...not, reason: 'lazy' })).toMatchObject({ status: 400 });
  expect(await say(LURAH, id, { ...not, reason: 'moved', note: 'ya' })).toMatchObject({ status: 400 });
  expect(
    await say(LURAH, id, { ...not, reason: 'moved', note: NOTE, happenedOn: addCalendarDays(today, 1) }),
  ).toMatchObject({ code: 'CARD_DAY' });
  expect(await say(LURAH, id, { ...not, reason: 'moved', note: NOTE })).toMatchObject({ status: 204 });
  expect(await list('dinsos.kepala', `want=confirmation&text=${ref}`)).toMatchObject([
    { ref, reason: 'moved', hasCase: true },
  ]);
  const head = await scene.person('dinsos.kepala');
  const { mayConfirm, words } = await find('dinsos.kepala', id);
  expect(words.map(({ mayVoid }) => mayVoid)).toEqual([true, true, true]);
  expect((await find(LURAH, id)).mayConfirm).toBeNull();
  expect(await (await scene.person(LURAH)).post(`/cards/${id}/confirm`, { wordId: mayConfirm })).toMatchObject({
    status: 403,
  });
  const said = words.find(({ kind }) => kind === 'not_handed_over')?.id;
  expect(await head.post(`/cards/${id}/confirm`, { wordId: '1' })).toMatchObject({ status: 409, code: 'CARD_STATE' });
  expect(await head.post(`/cards/${id}/confirm`, { wordId: mayConfirm })).toMatchObject({ status: 204 });
  expect(await find(LURAH, id)).toMatchObject({ isConfirmed: true, hasCase: false });
  expect(await head.post(`/cards/${id}/set-aside`, { wordId: said, note: 'ya' })).toMatchObject({ status: 400 });
  expect(await head.post(`/cards/${id}/set-aside`, { wordId: said, note: NOTE })).toMatchObject({ status: 204 });
  expect(await find(LURAH, id)).toMatchObject({ state: 'at_place', reason: '', isConfirmed: false });
});

test('counts add up by territory, and a list goes out whole', async () => {
  const { ref } = await aCardAtPlace();
  const ministry = await scene.person('program');
  const { body } = await ministry.get('/cards/totals?territory=32.75.02');
  expect(body).toMatchObject({
    sum: { addsUp: true },
    banks: ['Bank Penyalur'],
    totals: [{ code: KRANJI, name: 'Kranji' }],
  });
  expect((await ministry.get('/cards/proof')).body).toMatchObject({ unproved: 0 });
  const sheet = await wholeList(scene, '/cards/xlsx?sort=place', 'bank');
  expect(sheet[0]).toEqual(expect.arrayContaining(['NOMOR REFERENSI BANK', 'ALASAN TIDAK DISERAHKAN']));
  expect(sheet.flat()).toEqual(expect.arrayContaining([ref, 'Di kelurahan']));
});

test('pages follow one another in both orders', async () => {
  for (let made = 0; made < 3; made += 1) await aCardAtPlace();
  for (const sort of ['since', 'place']) {
    const all = (await list('bank', `sort=${sort}&limit=500`)).map(({ id }) => id);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await (await scene.person('bank')).get(`/cards?sort=${sort}&limit=2${cursor}`);
      const { rows, next } = body as { rows: Card[]; next: string | null };
      seen.push(...rows.map(({ id }) => id));
      cursor = next === null ? '' : `&cursor=${next}`;
    } while (cursor !== '');
    expect(seen).toEqual(all);
  }
  expect(await (await scene.person('bank')).get('/cards?cursor=eHg')).toMatchObject({ code: 'CURSOR_INVALID' });
});

test('what a card of a family is, is read by the family’s code', async () => {
  const person = await scene.person(LURAH);
  expect(await person.get(`/families/${familyCodeOf('99999999')}/cards`)).toMatchObject({
    status: 200,
    body: { cards: [] },
  });
  expect(await person.get('/families/xx/cards')).toMatchObject({ status: 404, code: 'FAMILY_UNKNOWN' });
});

test('files are sent by a bank, with the columns of cards; others read no files and no cards', async () => {
  expect(await send([{ card: 1, kind: 'printed', on: today }], '', LURAH)).toMatchObject({
    status: 403,
    code: 'POWER_MISSING',
  });
  const wrong = await (await scene.person('bank')).upload('/card-files', 'A,B\n1,2\n', 'x.csv');
  expect(wrong).toMatchObject({ status: 422, code: 'CARD_COLUMNS' });
  expect((await (await scene.person(LURAH)).get('/card-files')).body).toEqual({ files: [] });
  expect((await (await scene.person('bendahara')).get('/cards')).status).toBe(403);
});
