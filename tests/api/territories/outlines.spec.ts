import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

interface Outlines {
  readonly territoryCode: string;
  readonly parts: readonly { readonly territoryCode: string; readonly name: string; readonly polygons: unknown[] }[];
}
const path = (code: string): string => `/territories/${code}/outlines`;

async function answerFor(username: string, code: string, headers: Record<string, string> = {}): Promise<Response> {
  const authorization = `Bearer ${await scene.api.token(username)}`;
  return fetch(`${scene.api.url}/api/v1${path(code)}`, { headers: { authorization, ...headers } });
}
const partsFor = async (username: string, code: string) =>
  ((await (await answerFor(username, code)).json()) as Outlines).parts;

test('a city is drawn by its kecamatan, a kecamatan by its kelurahan, and nothing is drawn where nothing is known', async () => {
  const kecamatan = await partsFor('walikota', '32.75');
  expect(kecamatan).toHaveLength(12);
  expect(kecamatan[0]).toMatchObject({ territoryCode: '32.75.01', name: 'Bekasi Timur' });
  const kelurahan = await partsFor('camat.bekasi-barat', '32.75.02');
  expect(kelurahan.map(({ territoryCode }) => territoryCode)).toContain('32.75.02.1002');
  for (const { polygons } of [...kecamatan, ...kelurahan]) expect(polygons).toHaveLength(1);
  expect(await partsFor('bendahara', 'ID')).toEqual([]);
  expect(await partsFor('bendahara', '33.74')).toEqual([]);
  expect(await partsFor('lurah.kranji', '32.75.02.1002')).toEqual([]);
});

test('a browser keeps it for a day, and asks by its tag afterwards; another outline has another tag', async () => {
  const first = await answerFor('walikota', '32.75');
  const tag = first.headers.get('etag') ?? '';
  expect(first.headers.get('cache-control')).toBe('private, max-age=86400');
  const again = await answerFor('walikota', '32.75', { 'if-none-match': tag });
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
  expect((await answerFor('walikota', '32.75.02', { 'if-none-match': tag })).status).toBe(200);
  await scene.sql(`update territory_outline set content_hash = 'another' where code = '32.75.01'`);
  expect((await answerFor('walikota', '32.75', { 'if-none-match': tag })).status).toBe(200);
});

test('an unknown code, and a place in which the reader has no post, are not found, and such an answer is not kept', async () => {
  for (const [who, code] of [
    ['bendahara', '99.99'],
    ['bendahara', '32.75.02.9999'],
    ['walikota', '32'],
    ['walikota', '33.74'],
    ['lurah.kranji', '32.75.02'],
  ] as const) {
    const answer = await answerFor(who, code);
    expect([code, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      code,
      404,
      'TERRITORY_UNKNOWN',
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
});

test('what is no code is a wrong request, and nobody is answered without signing in', async () => {
  expect((await answerFor('bendahara', '32.7')).status).toBe(400);
  expect((await fetch(`${scene.api.url}/api/v1${path('32.75')}`)).status).toBe(401);
});
